/** كل كلمات الواجهة بالعربية. Every word of the interface, in Arabic; `en.ts` says what each is for. */
import { localeOf } from './locale.ts';

const locale = /* @__PURE__ */ localeOf('ar');
const digits = /* @__PURE__ */ new Intl.NumberFormat(locale);
const rules = /* @__PURE__ */ new Intl.PluralRules(locale);

export const number = (count: number): string => digits.format(count);

/** The forms of a counted noun; `#` stands for the number. */
type Forms = readonly [
  zero: string,
  one: string,
  two: string,
  few: string,
  many: string,
  other: string,
];

const CATEGORIES: readonly string[] = ['zero', 'one', 'two', 'few', 'many', 'other'];

const counted = (count: number, forms: Forms): string =>
  (forms[CATEGORIES.indexOf(rules.select(count))] ?? forms[5]).replace('#', number(count));

const events = (count: number): string =>
  counted(count, ['لا أحداث', 'حدث واحد', 'حدثان', '# أحداث', '# حدثًا', '# حدث']);
/** After a preposition. */
const ofEvents = (count: number): string =>
  counted(count, ['صفر من الأحداث', 'حدث واحد', 'حدثين', '# أحداث', '# حدثًا', '# حدث']);
const quotes = (count: number): string =>
  counted(count, ['لا اقتباسات', 'اقتباس واحد', 'اقتباسان', '# اقتباسات', '# اقتباسًا', '# اقتباس']);
const ofQuotes = (count: number): string =>
  counted(count, [
    'صفر من الاقتباسات',
    'اقتباس واحد',
    'اقتباسين',
    '# اقتباسات',
    '# اقتباسًا',
    '# اقتباس',
  ]);

/** Keeps a number with its sign in its own direction. */
const isolated = (text: string): string => (text ? `\u2066${text}\u2069` : '');

// Signs

export const comma = '، ';
export const semicolon = '؛ ';
export const arrow = ' ← ';
export const quoted = (text: string): string => `«${text}»`;
export const letters = 'أبجدهوزحطيكلمنسعفصقرشتثخذضظغ';

// Dates

export const aboutDate = (date: string): string => `نحو ${date}`;
export const uncertainDate = (date: string): string => `${date} (غير مؤكد)`;
export const beforeCommonEra = (year: string): string => `${year} ق.م`;
export const decade = (first: string, last: string): string => `العقد ${first}–${last}`;
export const zone = (offset: string): string =>
  offset ? `بالتوقيت العالمي ${isolated(offset)}` : 'بالتوقيت العالمي';
export const weekdayAndDate = (weekday: string, date: string): string => `${weekday} ${date}`;
export const betweenDates = (first: string, last: string): string => `بين ${first} و${last}`;
export const fromDate = (date: string): string => `منذ ${date}`;
export const untilDate = (date: string): string => `حتى ${date}`;
export const onOrAfter = (date: string): string => `في ${date} أو بعده`;
export const onOrBefore = (date: string): string => `في ${date} أو قبله`;

export const precisions = {
  century: 'بدقة القرن',
  decade: 'بدقة العقد',
  year: 'بدقة السنة',
  month: 'بدقة الشهر',
  day: 'بدقة اليوم',
  time: 'بدقة الدقيقة',
};
export const oneEndOpen = (precision: string): string => `${precision}، وأحد الطرفين مفتوح`;

// The vocabularies of the content

export const topics = {
  date: 'التاريخ',
  translation: 'الترجمة',
  discrepancy: 'تضارب',
  context: 'السياق',
  correction: 'تصويب',
};

export const modes = {
  direct: 'كلام مباشر',
  indirect: 'كلام منقول بالمعنى',
  narration: 'سرد',
};

export const actorKinds = {
  person: 'شخص',
  state: 'دولة',
  agency: 'وكالة أنباء',
  publisher: 'ناشر',
  institution: 'مؤسسة',
};

export const eventKinds = {
  talks: 'محادثات',
  summit: 'قمة',
  statement: 'تصريح',
  invitation: 'دعوة',
  report: 'تقرير',
  background: 'خلفية',
};

export const record = {
  publisher: 'الناشر',
  agency: 'الوكالة',
  published: 'تاريخ النشر',
  rights: 'الحقوق',
  sha256: 'SHA-256',
  live: 'الصفحة الأصلية',
  text: 'النص',
};

// The frame of every page

export const skip = 'انتقل إلى المحتوى';
export const siteMenu = 'الموقع';
export const menu = {
  timeline: 'الخط الزمني',
  source: 'المصدر',
  sources: 'المصادر',
  method: 'المنهج',
  edition: 'النسخة المطبوعة',
};
export const verified =
  'عُثر على كل اقتباس في هذا الموقع، حرفًا بحرف، في مصدره المحفوظ عند بناء الموقع.';
export const howVerified = 'كيف يجري ذلك';
export const openData = 'البيانات المفتوحة:';
export const dataFiles = { calendar: 'التقويم', annotations: 'الحواشي' };
export const feeds = 'الخلاصات:';

export const lost = {
  title: 'الصفحة غير موجودة',
  description: 'لا توجد صفحة على هذا العنوان.',
  heading: 'لا شيء على هذا العنوان',
  text: [
    'تبقى العناوين هنا على الدوام، فالأرجح أن الرابط قد بُتر أو كُتب خطأً. ويمكن الوصول إلى كل حدث واقتباس ومصدر من ',
    'الخط الزمني',
    '.',
  ],
} as const;

export const movedHeading = 'انتقلت الصفحة';
export const movedTo = ['صارت هذه الصفحة على العنوان الآتي: ', '.'] as const;
export const movedDescription = (title: string): string => `«${title}» على عنوان آخر الآن.`;

// The timeline

export const timeline = 'الخط الزمني';
export const viewControls = 'العرض';
export const toScale = 'بالمقياس الحقيقي';
export const evenlySpaced = 'بمسافات متساوية';
export const spacing = 'المسافات بين الأزمنة';
export const earlier = 'الأسبق';
export const later = 'الأحدث';
export const zoomOut = 'تصغير';
export const zoomIn = 'تكبير';
export const fit = 'الكل';
export const filter = 'تصفية';
export const copyView = 'انسخ رابط هذا العرض';
export const copyLink = 'انسخ الرابط';
export const copied = 'نُسخ';
export const copyByHand = 'انسخ العنوان من الأعلى';
export const copyRefused = 'النسخ غير مسموح به';
export const overview = 'الجزء المعروض من الزمن، على الزمن كله بالمقياس الحقيقي';
export const keyDot = 'معلوم باليوم';
export const keyPill = 'بمدى ما يقوله تاريخ المصدر';
export const keyBar = 'حال دامت';

export const withoutTimes = (days: readonly string[], editors: boolean): string =>
  `لا تُذكر ساعات لأحداث ${days.join(' و')}: فعلى خلفية اليوم المظللة ${
    editors ? 'يكون الترتيب من وضع المحررين.' : 'يكون الترتيب كما يرويه المصدر.'
  }`;
export const dayOfEvents = (date: string, count: number): string => `${date} (${events(count)})`;

export const axisClock = (zone: string): string =>
  `يسير المحور ${zone}؛ ويُكتب كل وقت كما يورده مصدره.`;
export const dayCount = (count: number): string =>
  counted(count, ['صفر من الأيام', 'يوم واحد', 'يومين', '# أيام', '# يومًا', '# يوم']);

export const eventCount = events;
export const clusterName = (count: number, date: string): string => `${events(count)}، ${date}`;
export const markName = (title: string, date: string, track: string): string =>
  `${title}، ${date}، ${track}`;

export function spacingName(share: number): string {
  if (share === 0) return 'بالمقياس الحقيقي';
  if (share < 0.35) return 'قريب من المقياس الحقيقي';
  if (share < 0.65) return 'في الوسط بين المقياس الحقيقي والمسافات المتساوية';
  return share < 1 ? 'قريب من المسافات المتساوية' : 'بمسافات متساوية';
}
export const dateToDate = (first: string, last: string): string => `من ${first} إلى ${last}`;
export const eventsInView = (count: number, total: number): string =>
  `${number(count)} من أصل ${ofEvents(total)} في العرض`;
export const matchFilter = (count: number): string =>
  counted(count, [
    'لا حدث يطابق التصفية',
    'حدث واحد يطابق التصفية',
    'حدثان يطابقان التصفية',
    '# أحداث تطابق التصفية',
    '# حدثًا يطابق التصفية',
    '# حدث يطابق التصفية',
  ]);
export const eventsMatch = (count: number, total: number): string =>
  `المطابق ${number(count)} من أصل ${ofEvents(total)}.`;
export const eventsMatchHere = (count: number, total: number, here: number): string =>
  `المطابق ${number(count)} من أصل ${ofEvents(total)}، منها ${number(here)} في هذه الصفحة.`;
export const otherPagesTitles = ' أما الصفحات الأخرى فتُلتمس الكلمات في عناوينها وتواريخها.';
export const noneMatches = 'لا حدث يطابق. اختر أقل، أو امسح التصفية.';
export const andMore = (count: number): string =>
  counted(count, [
    'ولا شيء غيرها',
    'وحدث آخر',
    'وحدثان آخران',
    'و# أحداث أخرى',
    'و# حدثًا آخر',
    'و# حدث آخر',
  ]);

export const filterForm = 'تصفية الأحداث';
export const filterBy = { words: 'كلمات', track: 'المسار', kind: 'النوع', actor: 'من' };
export const clearFilter = 'امسح التصفية';

// An event

export const story = 'القصة';
export const part = (place: number): string => `الجزء ${number(place)}`;
export const partOf = (place: number, total: number, dates: string): string =>
  `الجزء ${number(place)} من ${number(total)}: ${dates}`;
export const parts = 'أجزاء القصة';
export const neighbouringParts = 'الجزآن المجاوران';
export const allParts = 'كل الأجزاء';
export const outside = 'من خارج المصدر';
export const references = 'المراجع';
export const referencesAre =
  'صفحات خارجية يؤخذ منها تاريخ أو مكان أو قراءة مختلفة. ولا يؤخذ منها أي اقتباس.';
export const seen = (date: string): string => `اطُّلع عليها في ${isolated(date)}.`;

export const facts = {
  date: 'التاريخ',
  place: 'المكان',
  who: 'من',
  track: 'المسار',
  address: 'العنوان',
};
export const permanentLink = 'رابط دائم';
export const permanentLinkTo = (title: string): string => `رابط دائم: ${title}`;
export const again = (count: number): string => `المرجع نفسه (${number(count)})`;
export const narrowed = (date: string, precision: string): string =>
  `في المصدر ${date}، ${precision}؛ وحدّده `;
export const confirmed = (precision: string): string => `${precision}؛ وأكّده `;
export const placedBy = 'بحسب ';
export const unsourced = 'بلا مصدر بعد';
export const unsourcedWhy = 'لا اقتباس يسند هذه المادة بعد.';
export const inferredLinks = 'حلقات مستنتجة';
export const inferredWhy = (why: string): string => `مستنتج. ${why}`;
export const corrected = [': كان النص قبل ذلك ', '؛ وصار '] as const;
export const correction = (was: string, now: string): string =>
  `كان النص قبل ذلك «${was}»؛ وصار «${now}».`;
export const correctionOn = (date: string, was: string, now: string): string =>
  `تصويب، ${isolated(date)}: كان النص قبل ذلك «${was}»؛ وصار «${now}».`;

export const quote = 'الاقتباس';
export const translation = (by: string): string => `الترجمة: ${by}`;
export const seePassage = 'انظر الموضع في المصدر';
export const livePage = 'الصفحة الأصلية';
export const anotherSite = ' (موقع آخر)';
export const anotherSitePassage = (letter: string): string => `، الموضع ${letter} (موقع آخر)`;
export const chain = 'من قالها، وعمّن نُقلت';
export const stateMedia = 'إعلام رسمي';
export const stateMediaOf = (state: string): string => `إعلام رسمي، ${state}`;
export const inferred = 'مستنتج';
export const originCount = (count: number): string =>
  counted(count, ['لا منشأ', 'منشأ واحد', 'منشآن', '# مناشئ', '# منشأً', '# منشأ']);
export const quotesOf = quotes;

export const eventOf = (place: number, total: number): string =>
  `الحدث ${number(place)} من ${number(total)}`;
export const eventOnTimeline = (place: number, total: number): string =>
  `الحدث ${number(place)} من ${number(total)} على الخط الزمني`;
export const neighbours = 'الأحداث المجاورة';
export const before = 'قبله';
export const after = 'بعده';
export const neighbourIs = (side: string, title: string, date: string): string =>
  `${side}: ${title} (${date}).`;
export const inStory = 'موضعه في القصة';
export const eventDescription = (date: string, title: string): string =>
  `${date}. ${title}. بكلمات المصدر، ومن قالها.`;
export const cardDescription = (date: string, title: string): string =>
  `${date}. ${title}. بكلمات المصدر.`;

// Taking a page along

export const share = 'الاستشهاد والمشاركة والتضمين';
export const shareButton = 'شارك…';
export const cite = 'استشهد بهذه الصفحة';
export const copyCitation = 'انسخ الاستشهاد';
export const citation = (author: string, title: string, site: string, date: string): string =>
  `${author}، «${title}»، ${site}، ${date}.`;
export const embed = 'التضمين';
export const embedHow = [
  'يوضع هذا في صفحة أخرى؛ وإضافة ',
  ' أو ',
  ' في آخر العنوان تُبقيه على أحد المظهرين الفاتح والداكن.',
] as const;
export const copySnippet = 'انسخ الشيفرة';
export const print = 'اطبع';
export const papers = { pdf: 'PDF:', a4: 'A4', letter: 'القياس الأمريكي' };
export const qrCode = (address: string): string => `رمز استجابة سريعة للعنوان ${address}`;
export const notInCalendar = (count: number, total: number): string =>
  count === 1
    ? `حدث واحد من أصل ${ofEvents(total)} ليس في التقويم: فتاريخه غير معلوم باليوم.`
    : `${number(count)} من أصل ${ofEvents(total)} ليست في التقويم: فتواريخها غير معلومة باليوم.`;

// An actor

export const actorDescription = (name: string): string =>
  `ما فعله «${name}» وما قاله وما نقله، بقدر ما تذكره مصادر هذا الخط الزمني.`;
export const nameIn = (language: string): string => `بـ${language}`;
export const inSources = 'في المصادر';
export const notNamed = 'لا يرد الاسم في نص أي مصدر';
export const did = 'الأفعال';
export const said = 'الأقوال';
export const reported = 'ما نقله';
export const allInferred = 'مستنتج.';
export const partInferred = 'مستنتج بعضه.';

// A source

export const source = 'المصدر';
export const sourceDescription = 'المصدر، وقد عُلِّم كل موضع مقتبس منه ورُبط بالأحداث التي تستعمله.';
export const recordInferred = (why: string): string => `مستنتج: ${why}`;
export const wholeText = 'النص كاملًا، بايتًا ببايت';
export const legend = 'الحرف الذي يلي الموضع المعلَّم يعيدك إلى الحدث الذي يقتبسه.';
export const excerpts =
  'تظهر هنا الجمل التي يقتبسها حدث ما، كلمةً كلمة؛ وتقوم «[…]» مقام ما عداها. والنص الكامل محفوظ مع الموقع، ويُقارن بالبصمة المذكورة أعلاه كلما بُني الموقع.';
export const leftOut = 'محذوف: حقوق هذا المصدر محفوظة، ولا يقتبس أي حدث هذه الكلمات.';
export const paragraph = (place: number): string => `الفقرة ${number(place)}`;
export const passageRunsOn = (letter: string): string =>
  `يمتد الموضع ${letter} إلى الفقرة التالية. وهو كاملًا:`;
export const passageOverlaps = (letter: string): string =>
  `يتداخل الموضع ${letter} مع موضع آخر. وهو كاملًا:`;
export const notJournalism = (why: string): string => `ليس من صلب الخبر: ${why}`;
export const eventsQuoting = (place: number): string =>
  `الأحداث التي تقتبس الفقرة ${number(place)}`;
export const backTo = (letter: string, title: string): string =>
  `الموضع ${letter}: عودة إلى ${title}`;

// The method

export const methodDescription =
  'كيف تُدقَّق الاقتباسات، وكيف تُرسم التواريخ، وما الذي استُنتج وما الذي تُرك.';
export const method = {
  heading: 'المنهج',
  lead: 'لا يطلب هذا الخط الزمني أن يُصدَّق. فكل قول فيه يقود إلى اقتباس، وكل اقتباس إلى الموضع الذي أُخذ منه.',
  quotes: 'كيف تُدقَّق الاقتباسات',
  quotesText: [
    'المصادر محفوظة مع الموقع، بايتًا ببايت. وعند بناء الموقع يبحث برنامج عن كل اقتباس في المصدر الذي يسميه. ويجب أن يوجد الاقتباس هناك مرة واحدة بالضبط، حرفًا بحرف: ولا يجوز أن يختلف إلا موضع انقطاع السطر والعلامات التي لا تُرى. وعلامة التنصيص المعقوفة غير المستقيمة. فإن لم يُعثر على اقتباس واحد، أو تغيّر مصدر ببايت واحد، لم يُبنَ الموقع.',
    'تستشهد كل فقرة عن حدث باقتباس واحد على الأقل من اقتباسات ذلك الحدث، ولا يبقى اقتباس بلا استشهاد به. ويسمي الاقتباس قائله وكل من نقل كلماته. وحيث لا يقول المصدر من كان ذلك، تُعلَّم الحلقة بأنها مستنتجة، مع السبب. ويُعلَّم الإعلام الرسمي، لأي دولة كان.',
    'أما ما لا يستطيع البرنامج تدقيقه فهو هل تسند الكلمات القول. ذلك عمل المحررين، وعمل القارئ: والموضع على بُعد خطوة.',
  ],
  dates: 'كيف تُرسم التواريخ',
  datesText: [
    'التاريخ دقيق بقدر ما يجعله مصدره. فالسنة تُرسم بطول سنة، مفرغة متقطعة الحد. وما تحدده صفحة خارجية يُرسم مصمتًا داخلها، وتُسمى تلك الصفحة. ولا تُرسم نقطة إلا لما عُلم باليوم أو أدق؛ والطرف المفتوح رأسه كرأس السهم.',
    'تقع المسافة بين لحظتين على الخط الزمني بين مسافتهما الحقيقية ومسافة متساوية. وحيث يُضغط الزمن تقول طيّة كم ضُغط منه. وأحداث اليوم الواحد التي لا يذكر أحد ساعاتها تقف جنبًا إلى جنب على خلفية مظللة.',
  ],
  origins: 'كيف تُعدّ المناشئ',
  originsText:
    'منشأ الاقتباس هو أول من نقل كلماته: وكالة تنقل ما قاله شخص، أو الوكالة التي كتبت المقال حيث يتكلم المقال بلسانه، وإلا فناشره. فخمس صحف تنشر تقرير وكالة واحدة منشأ واحد، لا خمسة. والخط المتقطع في السلسلة استنتاج، وسببه على بُعد خطوة.',
  coverage: 'التغطية',
  corrections: 'التصويبات',
  correctionsText: 'يبقى التصويب على صفحة الحدث وفي هذه القائمة، مع ما قيل قبله.',
  noCorrections: 'ولم يقع منها شيء حتى الآن.',
  notes: 'الملاحظات',
  notesText:
    'ما يضيفه المحررون يقف في ملاحظات، منفصلًا عن الأقوال: كيف استُخرج تاريخ، وأين تتعثر ترجمة، وأين تختلف الروايات. ولا يُصحَّح شيء داخل اقتباس. وهذه كلها.',
};
export const allQuotes = [
  'كل الاقتباسات، مع مواضعها وبصمات المصادر، في ',
  'ملف واحد بصيغة W3C Web Annotations',
  '، ويستطيع به كل من عنده المصدر أن يدققها من دون هذا الموقع.',
] as const;

export const figures = {
  statements: (count: number): string =>
    counted(count, ['أقوال', 'قول', 'قولان', 'أقوال', 'قولًا', 'قول']),
  quotes: (count: number): string =>
    counted(count, ['اقتباسات', 'اقتباس', 'اقتباسان', 'اقتباسات', 'اقتباسًا', 'اقتباس']),
  origins: (count: number): string =>
    counted(count, ['مناشئ', 'منشأ', 'منشآن', 'مناشئ', 'منشأً', 'منشأ']),
  share: 'من الجمل مقتبسة',
};
export const coverage = (
  statements: number,
  paragraphs: number,
  total: number,
  origins: string,
): string =>
  `القول عبارة خارج الملاحظات تقود إلى اقتباس. وعدد الأقوال ${number(statements)}، في ${counted(
    paragraphs,
    ['صفر من الفقرات', 'فقرة واحدة', 'فقرتين', '# فقرات', '# فقرة', '# فقرة'],
  )} عن ${ofEvents(total)}. والمناشئ هي: ${origins}. وتُعدّ جملة المصدر مقتبسة إن اقتُبست أي كلمة منها.`;
export const sourceCoverage = (
  quotedSentences: number,
  sentences: number,
  quoteCount: number,
  eventCount: number,
): string =>
  `: الجمل المقتبسة ${number(quotedSentences)} من أصل ${number(sentences)}، في ${ofQuotes(quoteCount)}، عن ${ofEvents(eventCount)}.`;
export const unquoted = 'جمل غير مقتبسة';
export const notQuoted = 'غير مقتبسة.';
export const notJournalismEither = (why: string): string => `ليست من صلب الخبر. ${why}`;

// The print edition

export const edition = {
  description: (deck: string): string => `${deck} النسخة المطبوعة، وفيها كل اقتباس كاملًا.`,
  version: (version: string): string => `الإصدار ${isolated(version)}`,
  changedVersion: (version: string): string => `الإصدار ${isolated(version)} مع تغييرات لاحقة`,
  undated: 'نسخة بلا تاريخ',
  happened: 'ما حدث',
  voices: 'من يتكلم وعن طريق من',
  quotes:
    'الاقتباسات كما هي في المصدر، مع من قالها ومن نقلها، وعنوان موضعها. وتدل النجمة على من استُنتج\u00A0اسمه.',
  outside: 'مراجع خارجية',
  outsideAre: 'صفحات يؤخذ منها تاريخ أو مكان أو قراءة مختلفة. ولا يؤخذ منها أي\u00A0اقتباس.',
  checked: 'كيف دُقِّق هذا',
};
export const editionHolds = (total: number, quoteCount: number, documents: number): string =>
  `هذه هي النسخة المطبوعة من خط زمني فيه ${events(total)}، لا يطلب أن يُصدَّق. وما يقوله يستند إلى ${ofQuotes(quoteCount)} من ${counted(
    documents,
    ['صفر من الوثائق', 'وثيقة واحدة', 'وثيقتين', '# وثائق', '# وثيقة', '# وثيقة'],
  )}، وقد عُثر على كل اقتباس هناك، كلمةً كلمة، عند إعداد هذه النسخة. ويقود الرقم المرفوع إلى الاقتباس الذي يسند القول؛ ويقود الحرف المرفوع إلى صفحة خارجية يؤخذ منها تاريخ أو مكان أو قراءة مختلفة. وما يضيفه المحررون يقف في ملاحظات، منفصلًا عن\u00A0الأقوال.`;
export const editionChecked =
  'عند بناء الموقع بحث برنامج عن كل اقتباس في المصدر الذي يسميه، وهو محفوظ مع الموقع بايتًا ببايت. وكان على كل اقتباس أن يوجد هناك مرة واحدة بالضبط، حرفًا بحرف؛ ولا يجوز أن يختلف إلا موضع انقطاع السطر والعلامات التي لا تُرى. ولو لم يُعثر على اقتباس واحد، أو تغيّر مصدر ببايت واحد، لما كان هناك موقع ولا نسخة. وتستشهد كل فقرة عن حدث باقتباس واحد على الأقل، ولا يبقى اقتباس بلا استشهاد به. أما ما لا يستطيع أي برنامج تدقيقه فهو هل تسند الكلمات القول: ذلك عمل المحررين، وعمل القارئ. وللمزيد انظر ';
export const agencyInPublisher = (agency: string, publisher: string): string =>
  `${agency}، في ${publisher}`;
export const itsPassages = '. ومواضعه، كل منها معلَّم: ';
export const itsDigest = '. وبصمة SHA-256 لنصه: ';
export const fieldInferred = {
  title: (why: string): string => `العنوان مستنتج: ${why}`,
  publisher: (why: string): string => `الناشر مستنتج: ${why}`,
  agency: (why: string): string => `الوكالة مستنتجة: ${why}`,
  published: (why: string): string => `التاريخ مستنتج: ${why}`,
};
export const inSourceDate = (date: string, precision: string): string =>
  `(في المصدر ${date}، ${precision})`;
export const backToText = (label: string): string => `${label}، عودة إلى النص`;
export const wayOf = (chainText: string, mode: string, event: number): string =>
  `${chainText}؛ ${mode}؛ الحدث ${number(event)}.`;
export const voicesTable = {
  speaker: 'القائل',
  via: 'نقله',
  agency: 'الوكالة',
  publisher: 'الناشر',
  mode: 'الصيغة',
  quotes: 'الاقتباسات',
};
export const plateLegend =
  'الأرقام هي أرقام الأحداث أدناه. النقطة معلومة باليوم؛ والحد المتقطع يمتد بمدى ما يقوله تاريخ المصدر؛ والشريط حال دامت. وحيث يُضغط الزمن تقول طيّة كم ضُغط منه.';
export const plateDay = (date: string, numbers: string, editors: boolean): string =>
  `أحداث ${date} (${numbers}) بلا ساعات؛ وترتيبها ${
    editors ? 'من وضع\u00A0المحررين.' : 'كما يرويه\u00A0المصدر.'
  }`;

export const plate = {
  events: (count: number): string => `خط زمني فيه ${events(count)}.`,
  event: (place: number, title: string, date: string): string =>
    `${number(place)}، ${title}، ${date}`,
  track: (label: string, own: readonly string[]): string =>
    `على المسار «${label}»: ${own.join('؛ ') || 'لا شيء'}.`,
  fold: (length: string): string => `طُويت ${length}.`,
  foldBetween: (length: string, first: number, second: number): string =>
    `بين ${number(first)} و${number(second)} طُويت ${length}.`,
};
