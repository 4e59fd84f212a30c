/** كل كلمات الواجهة بالعربية. Every word of the interface, in Arabic; `en.ts` says what each is for. */
import { localeOf, numbersOf, pluralsOf } from './locale.ts';
import type { Complete } from './words.ts';

const locale = /* @__PURE__ */ localeOf('ar');

export const number = /* @__PURE__ */ numbersOf(locale);

const plural = /* @__PURE__ */ pluralsOf<'zero' | 'one' | 'two' | 'few' | 'many' | 'other'>(locale);
const events = (count: number): string =>
  plural(count, {
    zero: 'لا أحداث',
    one: 'حدث واحد',
    two: 'حدثان',
    few: '# أحداث',
    many: '# حدثًا',
    other: '# حدث',
  });
/** After a preposition. */
const ofEvents = (count: number): string =>
  plural(count, {
    zero: 'صفر من الأحداث',
    one: 'حدث واحد',
    two: 'حدثين',
    few: '# أحداث',
    many: '# حدثًا',
    other: '# حدث',
  });
const quotes = (count: number): string =>
  plural(count, {
    zero: 'لا اقتباسات',
    one: 'اقتباس واحد',
    two: 'اقتباسان',
    few: '# اقتباسات',
    many: '# اقتباسًا',
    other: '# اقتباس',
  });
const ofQuotes = (count: number): string =>
  plural(count, {
    zero: 'صفر من الاقتباسات',
    one: 'اقتباس واحد',
    two: 'اقتباسين',
    few: '# اقتباسات',
    many: '# اقتباسًا',
    other: '# اقتباس',
  });

/** Keeps a number with its sign in its own direction. */
const isolated = (text: string): string => (text ? `\u2066${text}\u2069` : '');

// Signs

export const comma = '، ';
export const semicolon = '؛ ';
export const colon = ': ';
export const stop = '. ';
export const sentence = (text: string): string =>
  /[.!?؟…]$/.test(text) ? `${text} ` : `${text}. `;
export const arrow = ' ← ';
export const quoted = (text: string): string => `«${text}»`;
export const inBrackets = (text: string): string => ` (${text})`;
export const letters = 'أبجدهوزحطيكلمنسعفصقرشتثخذضظغ';

// Dates

export const year = (digits: string): string => digits;
export const range = (first: string, last: string): string => `${first} – ${last}`;
export const numberRange = (first: string, last: string): string => `${first}–${last}`;
export const years = (first: string, last: string): string => `${first}–${last}`;
export const dateInYear = (date: string, year: string): string => `${date} ${year}`;
export const aboutDate = (date: string): string => `نحو ${date}`;
export const uncertainDate = (date: string): string => `${date} (غير مؤكد)`;
export const beforeCommonEra = (digits: string): string => `${digits} ق.م`;
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
  century: 'لا يُذكر إلا القرن',
  decade: 'لا يُذكر إلا العقد',
  year: 'لا تُذكر إلا السنة',
  month: 'لا يُذكر إلا الشهر',
  day: 'اليوم مذكور',
  time: 'الوقت مذكور',
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
  direct: 'بالحرف',
  indirect: 'منقول بالمعنى',
  narration: 'بكلمات الكاتب نفسه',
};

/** Why a quote is as it is, before the words of its author. */
export const reasons = {
  word: 'جزء من كلمة',
  phrase: 'جزء من جملة',
  unmarked: 'بلا علامتي تنصيص في المصدر',
  paragraphs: 'يمتد على عدة فقرات',
  furniture: 'ليس من المقال',
};

export const record = {
  publisher: 'الناشر',
  agency: 'الوكالة',
  published: 'تاريخ النشر',
  rights: 'الحقوق',
  sha256: 'SHA-256',
  live: 'الصفحة الأصلية',
  held: 'مكان الاطلاع عليه',
  archived: 'نسخة مؤرشفة',
  author: 'المؤلف',
  translator: 'المترجم',
  edition: 'الطبعة',
  callNumber: 'رقم الطلب',
  text: 'النص',
};

// The frame of every page

export const skip = 'انتقل إلى المحتوى';
export const dark = 'ألوان داكنة';
export const siteMenu = 'الموقع';
export const present = { title: 'عرض تقديمي', leave: 'العودة إلى الخط الزمني' };
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
export const movedDescription = (title: string): string => `${quoted(title)} على عنوان آخر الآن.`;

// The timeline

export const timeline = 'الخط الزمني';
export const viewControls = 'العرض';
export const toScale = 'المسافات: حقيقية';
export const evenlySpaced = 'متساوية';
export const spacing = 'المسافات بين الأزمنة';
export const earlier = 'الأسبق';
export const later = 'الأحدث';
export const zoomOut = 'تصغير';
export const zoomIn = 'تكبير';
export const fit = 'أظهر الكل';
export const filter = 'تصفية';
export const savePicture = 'احفظ هذه الصورة:';
export const copyView = 'انسخ هذا العرض';
export const copyLink = 'انسخ الرابط';
export const copied = 'نُسخ';
export const copyByHand = 'انسخه من شريط العنوان';
export const copyRefused = 'النسخ غير مسموح به';
export const overview = 'الجزء المعروض من الزمن، على الزمن كله بالمقياس الحقيقي';
export const keyDot = 'اليوم مذكور';
export const keyPill = 'وقع في وقت ما من هذا المدى';
export const keyBar = 'دام هذه المدة على الأقل';

const list = (items: readonly string[]): string => new Intl.ListFormat(locale).format(items);

export const withoutTimes = (days: readonly string[], editors: boolean): string =>
  `لا تُعرف ساعات أحداث ${list(days)} (على الخلفية المظللة): ${
    editors ? 'فترتيبها من عندنا.' : 'فترتيبها كما في المصدر.'
  }`;
export const dayOfEvents = (date: string, count: number): string => `${date} (${events(count)})`;

export const axisClock = (zone: string): string =>
  `يسير المحور ${zone}؛ ويُكتب كل وقت كما يورده مصدره.`;
export const dayCount = (count: number): string =>
  plural(count, {
    zero: 'صفر من الأيام',
    one: 'يوم واحد',
    two: 'يومين',
    few: '# أيام',
    many: '# يومًا',
    other: '# يوم',
  });

export const eventCount = events;
export const clusterName = (count: number, date: string): string => `${events(count)}، ${date}`;
export const markName = (title: string, date: string, track: string): string =>
  `${title}، ${date}، ${track}`;

export function spacingName(share: number): string {
  if (share === 0) return 'مسافات حقيقية';
  if (share < 0.35) return 'مسافات قريبة من الحقيقية';
  if (share < 0.65) return 'مسافات في الوسط بين الحقيقية والمتساوية';
  return share < 1 ? 'مسافات قريبة من المتساوية' : 'مسافات متساوية';
}
export const dateToDate = (first: string, last: string): string => `من ${first} إلى ${last}`;
/** Where a view has no event. */
export const noneBetween = (first: string, last: string): string =>
  `لا أحداث بين ${first} و${last}.`;
export const noneMatchesBetween = (first: string, last: string): string =>
  `لا حدث بين ${first} و${last} يطابق التصفية.`;
/** Where it is too short for two dates, or out of the calendar. */
export const noneInView = 'لا شيء يظهر في هذا الجزء من الزمن.';
export const eventsInView = (count: number, total: number): string =>
  `${number(count)} من أصل ${ofEvents(total)} في العرض`;
export const matchFilter = (count: number): string =>
  plural(count, {
    zero: 'لا حدث يطابق التصفية',
    one: 'حدث واحد يطابق التصفية',
    two: 'حدثان يطابقان التصفية',
    few: '# أحداث تطابق التصفية',
    many: '# حدثًا يطابق التصفية',
    other: '# حدث يطابق التصفية',
  });
export const eventsMatch = (count: number, total: number): string =>
  `المطابق ${number(count)} من أصل ${ofEvents(total)}.`;
export const eventsMatchHere = (count: number, total: number, here: number): string =>
  `المطابق ${number(count)} من أصل ${ofEvents(total)}، منها ${number(here)} في هذه الصفحة.`;
export const otherPagesTitles = ' أما الصفحات الأخرى فيُبحث في عناوينها وتواريخها فقط.';
export const noneMatches = 'لا حدث يطابق. اختر شروطًا أقل، أو امسح التصفية.';
export const andMore = (count: number): string =>
  plural(count, {
    zero: 'ولا شيء غيرها',
    one: 'وحدث آخر',
    two: 'وحدثان آخران',
    few: 'و# أحداث أخرى',
    many: 'و# حدثًا آخر',
    other: 'و# حدث آخر',
  });

export const filterForm = 'تصفية الأحداث';
export const filterBy = { words: 'بحث', track: 'المسار', kind: 'النوع', actor: 'من' };
export const clearFilter = 'امسح التصفية';

// An event

export const story = 'القصة';
export const part = (ordinal: number): string => `الجزء ${number(ordinal)}`;
export const partOf = (ordinal: number, total: number, dates: string): string =>
  `الجزء ${number(ordinal)} من ${number(total)}: ${dates}`;
export const parts = 'أجزاء القصة';
export const neighbouringParts = 'الجزآن المجاوران';
export const allParts = 'كل الأجزاء';
export const outside = 'من خارج المصدر';
export const references = 'المراجع';
export const referencesAre =
  'صفحات خارجية يؤخذ منها تاريخ أو مكان أو قراءة مختلفة. ولا يؤخذ منها أي اقتباس.';
export const seen = (date: string): string => `اطُّلع عليها في ${isolated(date)}.`;
export const notSeen = 'لم يطّلع عليها المحررون بعد.';

export const facts = {
  date: 'التاريخ',
  place: 'المكان',
  who: 'من',
  track: 'المسار',
};
/** Of pictures, sound and film; `from` stands before the title of what they are taken from. */
export const media = {
  open: 'افتح الصورة',
  close: 'إغلاق',
  captions: 'ترجمة مكتوبة',
  transcript: 'النص المكتوب',
  from: 'من ',
};
export const again = (count: number): string => `صفحة أخرى (${number(count)})`;
export const narrowed = (date: string): string => `لا يقول المصدر إلا ${date}؛ والتاريخ الأدق من `;
export const confirmed = (precision: string): string => `${precision}؛ ويذكره أيضًا `;
export const placedBy = 'بحسب ';
export const unsourced = 'بلا مصدر بعد';
export const unsourcedWhy = 'لا اقتباس يسند هذه المادة بعد.';
export const inferredLinks = 'ما استنتجناه، ولماذا';
export const inferredWhy = (why: string): string => `استنتاج منا. ${why}`;
export const corrected = [': كان النص قبل ذلك ', '؛ وصار '] as const;
export const correction = (was: string, now: string): string =>
  `كان النص قبل ذلك ${quoted(was)}؛ وصار ${quoted(now)}.`;
export const correctionOn = (date: string, was: string, now: string): string =>
  `تصويب، ${isolated(date)}: كان النص قبل ذلك ${quoted(was)}؛ وصار ${quoted(now)}.`;

export const retracted = 'سُحب';
export const retractedOn = (date: string): string => `سُحب في ${date}`;
export const retractedTitle = (title: string): string => `سُحب: ${title}`;
export const retractedWas = 'ما كان في هذه الصفحة قبل ذلك';
export const retractedList =
  'سحب المحررون هذه المواد. تبقى لكل منها صفحتها، وفيها السبب، ولم تعد على الخط الزمني.';
export const retractedDescription = 'نُشرت هذه المادة ثم سُحبت.';

export const quote = 'الاقتباس';
export const translation = (by: string): string => `الترجمة: ${by}`;
export const seePassage = 'انظره في المصدر';
export const passagesInSource = 'انظر في المصدر: ';
export const passage = (ordinal: number): string => `الموضع ${number(ordinal)}`;
export const livePage = 'الصفحة الأصلية';
export const anotherSite = ' (موقع آخر)';
export const anotherSitePassage = (letter: string): string => `، الموضع ${letter} (موقع آخر)`;
export const chain = 'من قالها، وعمّن نُقلت';
export const stateMedia = 'إعلام رسمي';
export const stateMediaOf = (state: string): string => `إعلام رسمي، ${state}`;
export const inferred = 'استنتاج منا';
export const inferredAsk = 'استنتاج منا – لماذا؟';
export const originCount = (count: number): string =>
  plural(count, {
    zero: 'لا يرجع إلى مصدر',
    one: 'يرجع إلى مصدر واحد',
    two: 'يرجع إلى مصدرين',
    few: 'يرجع إلى # مصادر',
    many: 'يرجع إلى # مصدرًا',
    other: 'يرجع إلى # مصدر',
  });
export const quotesOf = quotes;
export const notesOf = (count: number): string =>
  plural(count, {
    zero: 'لا ملاحظات',
    one: 'ملاحظة واحدة',
    two: 'ملاحظتان',
    few: '# ملاحظات',
    many: '# ملاحظة',
    other: '# ملاحظة',
  });
export const allOpen = 'كل الاقتباسات والملاحظات';

export const eventOf = (ordinal: number, total: number): string =>
  `الحدث ${number(ordinal)} من ${number(total)}`;
export const eventOnTimeline = (ordinal: number, total: number): string =>
  `الحدث ${number(ordinal)} من ${number(total)} على الخط الزمني`;
/** The reading bar. */
export const readingBar = 'موضعك في القصة';
export const previousEvent = 'الحدث السابق';
export const nextEvent = 'الحدث التالي';
/** A place among all, or how many of all. */
export const outOf = (count: number, total: number): string =>
  `${number(count)} من ${number(total)}`;
export const neighbours = 'الأحداث المجاورة';
export const before = 'قبله';
export const after = 'بعده';
export const neighbourIs = (side: string, title: string, date: string): string =>
  `${side}: ${title} (${date}).`;
export const inStory = 'أظهره على الخط الزمني';

// Taking a page along

export const share = 'الاستشهاد والمشاركة والتضمين';
export const shareButton = 'شارك…';
export const sharePage = 'شارك';
export const linkCopied = 'نُسخ الرابط';
export const cite = 'استشهد بهذه الصفحة';
export const copyCitation = 'انسخ الاستشهاد';
export const citation = (author: string, title: string, site: string, date: string): string =>
  `${author}، ${quoted(title)}، ${site}، ${date}.`;
export const embed = 'التضمين';
export const embedHow = [
  'يوضع هذا في صفحة أخرى؛ وإضافة ',
  ' أو ',
  ' في آخر العنوان تُبقيه على أحد المظهرين الفاتح والداكن.',
] as const;
export const copySnippet = 'انسخ الشيفرة';
/** Before the code that does it. */
export const embedHeight =
  'الارتفاع يناسب عمودًا من النص. وبهذه الشيفرة إلى جانبه يكون الإطار دائمًا بارتفاع الخط الزمني:';
export const print = 'اطبع';
export const papers = { pdf: 'PDF:', a4: 'A4', letter: 'القياس الأمريكي' };
export const qrCode = (address: string): string => `رمز استجابة سريعة للعنوان ${address}`;
export const notInCalendar = (count: number, total: number): string =>
  count === 1
    ? `حدث واحد من أصل ${ofEvents(total)} ليس في التقويم: فتاريخه غير معلوم باليوم.`
    : `${number(count)} من أصل ${ofEvents(total)} ليست في التقويم: فتواريخها غير معلومة باليوم.`;

// An actor

export const actorDescription = (name: string): string =>
  `ما فعله ${quoted(name)} وما قاله وما نقله، بقدر ما تذكره مصادر هذا الخط الزمني.`;
export const nameIn = (language: string): string => `بـ${language}`;
export const inSources = 'في المصادر';
export const notNamed = 'لا يرد الاسم في نص أي مصدر';
/** Before the outside page that gives a name which no source has. */
export const namedBy = 'مصدر هذا الاسم';
export const did = 'الأفعال';
export const said = 'الأقوال';
export const reported = 'ما نقله';
export const allInferred = 'استنتاج منا.';
export const partInferred = 'بعضه استنتاج منا.';

// A source

export const source = 'المصدر';
export const sourceDescription = 'المصدر، وقد عُلِّم كل موضع مقتبس منه ورُبط بالأحداث التي تستعمله.';
export const recordInferred = (why: string): string => `استنتاج منا: ${why}`;
export const wholeText = 'النص كاملًا، بايتًا ببايت';
export const legend = 'الحرف الذي يلي الموضع المعلَّم يعيدك إلى الحدث الذي يقتبسه.';
export const excerpts =
  'تظهر هنا الجمل التي يقتبسها حدث ما، كلمةً كلمة؛ وتقوم «[…]» مقام ما عداها. والنص الكامل محفوظ مع الموقع، ويُقارن بالبصمة المذكورة أعلاه كلما بُني الموقع.';
export const longExcerpts =
  'هذا المصدر طويل. تظهر هنا المواضع التي يقتبسها حدث ما مع ما يحيط بها من جمل؛ وتقوم «[…]» مقام ما عداها، وهو في النص الكامل.';
/** The whole text of a long source, in parts. */
export const wholeTextHere = 'اقرأ النص كاملًا وقد عُلِّمت المواضع المقتبسة فيه';
export const wholeTextKicker = 'النص كاملًا';
export const wholeTextTitle = (title: string, part: number): string =>
  `${title}: النص كاملًا، الجزء ${number(part)}`;
export const inWholeText = 'في النص الكامل';
export const textParts = 'أجزاء النص الكامل';
export const paragraphs = (first: number, last: number): string =>
  first === last ? `الفقرة ${number(first)}` : `الفقرات ${number(first)}–${number(last)}`;
export const paragraphContinued = (ordinal: number): string => `الفقرة ${number(ordinal)}، تتمة`;
export const quotedPassages = 'المواضع المقتبسة';
export const leftOut = 'محذوف: لا يقتبس أي حدث هذه الكلمات.';
export const paragraph = (ordinal: number): string => `الفقرة ${number(ordinal)}`;
export const passageRunsOn = (letter: string): string =>
  `يمتد الموضع ${letter} إلى الفقرة التالية. وهو كاملًا:`;
export const passageOverlaps = (letter: string): string =>
  `يتداخل الموضع ${letter} مع موضع آخر. وهو كاملًا:`;
export const partOfQuote = 'جزء من اقتباس واحد: ';
/** Below pictures of a passage, by its letter. */
export const passageAsPrinted = (letter: string): string => `الموضع ${letter} كما طُبع`;
/** A page of a source, as it is called there; several, as a list with runs. */
export const page = (label: string): string => `ص ${label}`;
export const pages = (labels: string): string => `ص ${labels}`;
/** A page that has no number or name, by its place in the file. */
export const filePage = (place: number): string => `الصفحة ${number(place)} من الملف`;
/** A section of a source, by its headings from the outermost. */
export const section = (headings: readonly string[]): string => `§ ${headings.join(' › ')}`;
/** Where in a source a quote stands, as its author says; the text does not carry it. */
export const locatedByEditors = (at: string): string => `${at} (الموضع حدّده المحررون)`;
/** Before the pages of a source that are quoted on this site. */
export const quotedPages = 'المقتبس هنا';
export const notJournalism = (why: string): string => `ليس من المقال: ${why}`;
export const eventsQuoting = (ordinal: number): string =>
  `الأحداث التي تقتبس الفقرة ${number(ordinal)}`;
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
    'تستشهد كل فقرة عن حدث باقتباس واحد على الأقل من اقتباسات ذلك الحدث، ولا يبقى اقتباس بلا استشهاد به. ويسمي الاقتباس قائله وكل من نقل كلماته. وحيث لا يقول المصدر من كان ذلك، يُعلَّم الاسم بأنه استنتاج منا، مع السبب. ويُعلَّم الإعلام الرسمي، لأي دولة كان.',
    'أما ما لا يستطيع البرنامج تدقيقه فهو هل تسند الكلمات القول. ذلك عمل المحررين، وعمل القارئ: والموضع على بُعد خطوة.',
  ],
  dates: 'كيف تُرسم التواريخ',
  datesText: [
    'التاريخ دقيق بقدر ما يجعله مصدره. فالسنة تُرسم بطول سنة، مفرغة متقطعة الحد. وما تعرفه صفحة خارجية معرفة أدق يُرسم مصمتًا داخلها، وتُسمى تلك الصفحة. ولا تُرسم نقطة إلا لما ذُكر يومه أو وقته؛ والطرف المفتوح رأسه كرأس السهم.',
    'تقع المسافة بين لحظتين على الخط الزمني بين مسافتهما الحقيقية ومسافة متساوية. وحيث يُضغط الزمن يقول قَطْعٌ في المحور كم ضُغط منه. وأحداث اليوم الواحد التي لا يذكر أحد ساعاتها تقف جنبًا إلى جنب على خلفية مظللة.',
  ],
  origins: 'كيف تُعدّ المناشئ',
  originsText:
    'منشأ الاقتباس هو أول من نقل كلماته: وكالة تنقل ما قاله شخص، أو الوكالة التي كتبت المقال حيث يتكلم المقال بلسانه، وإلا فناشره. فخمس صحف تنشر تقرير وكالة واحدة منشأ واحد، لا خمسة. والخط المتقطع في السلسلة استنتاج منا، وسببه على بُعد خطوة.',
  coverage: 'التغطية',
  corrections: 'التصويبات',
  correctionsText: 'يبقى التصويب على صفحة الحدث وفي هذه القائمة، مع ما قيل قبله.',
  retractions: 'المواد المسحوبة',
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
    plural(count, {
      zero: 'أقوال',
      one: 'قول',
      two: 'قولان',
      few: 'أقوال',
      many: 'قولًا',
      other: 'قول',
    }),
  quotes: (count: number): string =>
    plural(count, {
      zero: 'اقتباسات',
      one: 'اقتباس',
      two: 'اقتباسان',
      few: 'اقتباسات',
      many: 'اقتباسًا',
      other: 'اقتباس',
    }),
  origins: (count: number): string =>
    plural(count, {
      zero: 'مناشئ',
      one: 'منشأ',
      two: 'منشآن',
      few: 'مناشئ',
      many: 'منشأً',
      other: 'منشأ',
    }),
  share: 'من الجمل مقتبسة',
};
export const coverage = (
  statements: number,
  paragraphs: number,
  total: number,
  origins: string,
): string =>
  `القول عبارة خارج الملاحظات تقود إلى اقتباس. وعدد الأقوال ${number(statements)}، في ${plural(paragraphs, { zero: 'صفر من الفقرات', one: 'فقرة واحدة', two: 'فقرتين', few: '# فقرات', many: '# فقرة', other: '# فقرة' })} عن ${ofEvents(total)}. والمناشئ هي: ${sentence(origins)}وتُعدّ جملة المصدر مقتبسة إن اقتُبست أي كلمة منها.`;
export const sourceCoverage = (
  quotedSentences: number,
  sentences: number,
  quoteCount: number,
  eventCount: number,
): string =>
  `: الجمل المقتبسة ${number(quotedSentences)} من أصل ${number(sentences)}، في ${ofQuotes(quoteCount)}، عن ${ofEvents(eventCount)}.`;
export const quotedInPart = (quoteCount: number, eventCount: number): string =>
  `: مقتبس في ${ofQuotes(quoteCount)}، عن ${ofEvents(eventCount)}. ويُقتبس منه بعضه فقط، فلا تُعدّ جمله.`;
export const unquoted = 'جمل غير مقتبسة';
export const notQuoted = 'غير مقتبسة.';
export const notJournalismEither = (why: string): string => `ليست من المقال. ${why}`;

// The print edition

export const edition = {
  description: (deck: string): string => `${sentence(deck)}النسخة المطبوعة، وفيها كل اقتباس كاملًا.`,
  version: (version: string): string => `الإصدار ${isolated(version)}`,
  changedVersion: (version: string): string => `الإصدار ${isolated(version)} مع تغييرات لاحقة`,
  undated: 'نسخة بلا تاريخ',
  happened: 'ما حدث',
  voices: 'من يتكلم وعن طريق من',
  quotes:
    'الاقتباسات كما هي في المصدر، مع من قالها ومن نقلها، وعنوان موضعها. وتدل النجمة على اسم هو\u00A0استنتاج\u00A0منا.',
  outside: 'مراجع خارجية',
  outsideAre: 'صفحات يؤخذ منها تاريخ أو مكان أو قراءة مختلفة. ولا يؤخذ منها أي\u00A0اقتباس.',
  checked: 'كيف دُقِّق هذا',
};
export const editionHolds = (total: number, quoteCount: number, documents: number): string =>
  `هذه هي النسخة المطبوعة من خط زمني فيه ${events(total)}، لا يطلب أن يُصدَّق. وما يقوله يستند إلى ${ofQuotes(quoteCount)} من ${plural(documents, { zero: 'صفر من الوثائق', one: 'وثيقة واحدة', two: 'وثيقتين', few: '# وثائق', many: '# وثيقة', other: '# وثيقة' })}، وقد عُثر على كل اقتباس هناك، كلمةً كلمة، عند إعداد هذه النسخة. ويقود الرقم المرفوع إلى الاقتباس الذي يسند القول؛ ويقود الحرف المرفوع إلى صفحة خارجية يؤخذ منها تاريخ أو مكان أو قراءة مختلفة. وما يضيفه المحررون يقف في ملاحظات، منفصلًا عن\u00A0الأقوال.`;
export const editionChecked =
  'عند بناء الموقع بحث برنامج عن كل اقتباس في المصدر الذي يسميه، وهو محفوظ مع الموقع بايتًا ببايت. وكان على كل اقتباس أن يوجد هناك مرة واحدة بالضبط، حرفًا بحرف؛ ولا يجوز أن يختلف إلا موضع انقطاع السطر والعلامات التي لا تُرى. ولو لم يُعثر على اقتباس واحد، أو تغيّر مصدر ببايت واحد، لما كان هناك موقع ولا نسخة. وتستشهد كل فقرة عن حدث باقتباس واحد على الأقل، ولا يبقى اقتباس بلا استشهاد به. أما ما لا يستطيع أي برنامج تدقيقه فهو هل تسند الكلمات القول: ذلك عمل المحررين، وعمل القارئ. وللمزيد انظر ';
export const agencyInPublisher = (agency: string, publisher: string): string =>
  `${agency}، في ${publisher}`;
export const itsPassages = 'ومواضعه، كل منها معلَّم: ';
export const itsDigest = '. وبصمة SHA-256 لنصه: ';
export const fieldInferred = {
  title: (why: string): string => `العنوان استنتاج منا: ${why}`,
  publisher: (why: string): string => `الناشر استنتاج منا: ${why}`,
  agency: (why: string): string => `الوكالة استنتاج منا: ${why}`,
  published: (why: string): string => `التاريخ استنتاج منا: ${why}`,
};
export const inSourceDate = (date: string): string => `(لا يقول المصدر إلا ${date})`;
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
  'الأرقام هي أرقام الأحداث أدناه. النقطة حدث يُذكر يومه؛ وما يحيط به حد متقطع وقع في وقت ما داخله؛ وما يمثله الشريط دام بطوله على الأقل. وحيث يُضغط الزمن يقول قَطْعٌ في المحور كم ضُغط منه.';
export const plateDay = (date: string, numbers: string, editors: boolean): string =>
  `أحداث ${date} (${numbers}) بلا ساعات؛ وترتيبها ${
    editors ? 'من\u00A0عندنا.' : 'كما في\u00A0المصدر.'
  }`;

export const plate = {
  events: (count: number): string => `خط زمني فيه ${events(count)}.`,
  event: (ordinal: number, title: string, date: string): string =>
    `${number(ordinal)}، ${title}، ${date}`,
  track: (label: string, own: readonly string[]): string =>
    `على المسار ${quoted(label)}: ${own.join(semicolon) || 'لا شيء'}.`,
  axisBreak: (length: string): string => `ضُغطت ${length}.`,
  axisBreakBetween: (length: string, first: number, second: number): string =>
    `بين ${number(first)} و${number(second)} ضُغطت ${length}.`,
};

/** The map of the places. @param distance with its unit @param atlas its name */
export const map = {
  title: 'أين حدث ذلك',
  picture: 'خريطة الأماكن.',
  near: (distance: string): string => `في حدود ${distance}`,
  note: (atlas: string): string =>
    `اليابسة والحدود من ${atlas}. رُسمت الحدود كما هي قائمة فعلًا، أيًّا كان من يطالب بها. العلامة الممتلئة مكان دقيق، والمفرغة مكان تقريبي، واتساع الدائرة بقدر الشك.`,
};

export type Checked = Complete<typeof import('./ar.ts')>;
