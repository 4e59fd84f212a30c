/** Все слова интерфейса по-русски. Every word of the interface, in Russian; `en.ts` says what each is for. */
import { localeOf, numbersOf, pluralsOf } from './locale.ts';
import type { Complete } from './words.ts';

const locale = /* @__PURE__ */ localeOf('ru');

export const number = /* @__PURE__ */ numbersOf(locale);

/** Whole numbers have no fourth form. */
const plural = /* @__PURE__ */ pluralsOf<'one' | 'few' | 'many'>(locale);
const events = (count: number): string =>
  plural(count, { one: '# событие', few: '# события', many: '# событий' });
/** After “of”. */
const ofEvents = (count: number): string =>
  plural(count, { one: '# события', few: '# событий', many: '# событий' });
const quotes = (count: number): string =>
  plural(count, { one: '# цитата', few: '# цитаты', many: '# цитат' });

// Signs, with the spaces around them

export const comma = ', ';
export const semicolon = '; ';
export const colon = ': ';
export const stop = '. ';
export const sentence = (text: string): string => (/[.!?…]$/.test(text) ? `${text} ` : `${text}. `);
export const arrow = ' → ';
export const quoted = (text: string): string => `«${text}»`;
export const inBrackets = (text: string): string => ` (${text})`;
export const letters = 'абвгдежзиклмнопрстуфхцчшщэюя';

// Dates, which come in the nominative

export const year = (digits: string): string => `${digits}\u00A0г.`;
export const range = (first: string, last: string): string => `${first} – ${last}`;
export const numberRange = (first: string, last: string): string => `${first}–${last}`;
export const years = (first: string, last: string): string => `${first}–${last}\u00A0гг.`;
export const dateInYear = (date: string, year: string): string => `${date} ${year}`;
export const aboutDate = (date: string): string => `примерно ${date}`;
export const uncertainDate = (date: string): string => `${date} (предположительно)`;
export const beforeCommonEra = (digits: string): string => `${digits}\u00A0г. до\u00A0н.\u00A0э.`;
export const decade = (first: string, _last: string): string => `${first}-е\u00A0годы`;
export const zone = (offset: string): string => `UTC${offset}`;
export const weekdayAndDate = (weekday: string, date: string): string => `${weekday}, ${date}`;
export const betweenDates = (first: string, last: string): string =>
  `в промежутке ${first} – ${last}`;
export const fromDate = (date: string): string => `${date} и далее`;
export const untilDate = (date: string): string => `по ${date}`;
export const onOrAfter = (date: string): string => `${date} или позднее`;
export const onOrBefore = (date: string): string => `${date} или ранее`;

export const precisions = {
  century: 'указан только век',
  decade: 'указано только десятилетие',
  year: 'указан только год',
  month: 'указан только месяц',
  day: 'указан день',
  time: 'указано время',
};
export const oneEndOpen = (precision: string): string => `${precision}, один край открыт`;

// The vocabularies of the content

export const topics = {
  date: 'Дата',
  translation: 'Перевод',
  discrepancy: 'Расхождение',
  context: 'Контекст',
  correction: 'Поправка',
};

export const modes = {
  direct: 'дословно',
  indirect: 'в пересказе',
  narration: 'словами автора',
};

/** Why a quote is as it is, before the words of its author. */
export const reasons = {
  word: 'Часть слова',
  phrase: 'Часть предложения',
  unmarked: 'В источнике без кавычек',
  paragraphs: 'Занимает несколько абзацев',
  furniture: 'Не относится к статье',
};

export const record = {
  publisher: 'Издание',
  agency: 'Агентство',
  published: 'Опубликовано',
  rights: 'Права',
  sha256: 'SHA-256',
  live: 'Исходная страница',
  held: 'Где хранится',
  archived: 'Архивная копия',
  author: 'Автор',
  translator: 'Переводчик',
  edition: 'Номер издания',
  callNumber: 'Шифр хранения',
  text: 'Текст',
};

// The frame of every page

export const skip = 'Перейти к содержанию';
export const dark = 'Тёмная тема';
export const siteMenu = 'Сайт';
export const present = { title: 'Показ', leave: 'Вернуться к хронологии' };
export const menu = {
  timeline: 'Хронология',
  source: 'Источник',
  sources: 'Источники',
  method: 'Метод',
  edition: 'Версия для печати',
};
export const verified =
  'Каждая цитата на этом сайте при его сборке найдена в сохранённом источнике – знак в знак.';
export const howVerified = 'Как это делается';
export const openData = 'Открытые данные:';
export const dataFiles = { calendar: 'календарь', annotations: 'аннотации' };
export const feeds = 'Ленты:';

export const lost = {
  title: 'Страница не найдена',
  description: 'По этому адресу страницы нет.',
  heading: 'По этому адресу ничего нет',
  text: [
    'Адреса здесь не меняются, так что ссылка, скорее всего, обрезана или набрана с ошибкой. До каждого события, цитаты и источника можно дойти через ',
    'хронологию',
    '.',
  ],
} as const;

export const movedHeading = 'Адрес изменился';
export const movedTo = ['Новый адрес страницы: ', '.'] as const;
export const movedDescription = (title: string): string =>
  `Страница ${quoted(title)} теперь находится по другому адресу.`;

// The timeline

export const timeline = 'Хронология';
export const viewControls = 'Вид';
export const toScale = 'Интервалы: реальные';
export const evenlySpaced = 'равные';
export const spacing = 'Интервалы времени';
export const earlier = 'Раньше';
export const later = 'Позже';
export const zoomOut = 'Отдалить';
export const zoomIn = 'Приблизить';
export const fit = 'Показать всё';
export const filter = 'Фильтр';
export const savePicture = 'Сохранить эту картинку:';
export const copyView = 'Скопировать этот вид';
export const copyLink = 'Скопировать ссылку';
export const copied = 'Скопировано';
export const copyByHand = 'Скопируйте из адресной строки';
export const copyRefused = 'Копирование запрещено';
export const overview = 'Видимая часть на шкале всего времени в реальном масштабе';
export const keyDot = 'указан день';
export const keyPill = 'произошло когда-то в этом промежутке';
export const keyBar = 'длилось не меньше этого';

const list = (items: readonly string[]): string => new Intl.ListFormat(locale).format(items);

export const withoutTimes = (days: readonly string[], editors: boolean): string =>
  `Время событий неизвестно (выделено фоном): ${list(days)}. Порядок ${
    editors ? 'наш.' : '– как в источнике.'
  }`;
export const dayOfEvents = (date: string, count: number): string => `${date} (${events(count)})`;

export const axisClock = (zone: string): string =>
  `Шкала построена по времени ${zone}; у каждого события время указано так, как в источнике.`;
export const dayCount = (count: number): string =>
  plural(count, { one: '# день', few: '# дня', many: '# дней' });

export const eventCount = events;
export const clusterName = (count: number, date: string): string => `${events(count)}, ${date}`;
export const markName = (title: string, date: string, track: string): string =>
  `${title}, ${date}, ${track}`;

export function spacingName(share: number): string {
  if (share === 0) return 'реальные интервалы';
  if (share < 0.35) return 'интервалы, близкие к реальным';
  if (share < 0.65) return 'интервалы посередине между реальными и равными';
  return share < 1 ? 'интервалы, близкие к равным' : 'равные интервалы';
}
export const dateToDate = (first: string, last: string): string => `${first} – ${last}`;
/** Where a view has no event. */
export const noneBetween = (first: string, last: string): string =>
  `Нет событий: ${first} – ${last}.`;
export const noneMatchesBetween = (first: string, last: string): string =>
  `Под фильтр ничего не подходит: ${first} – ${last}.`;
/** Where it is too short for two dates, or out of the calendar. */
export const noneInView = 'На этом отрезке времени показывать нечего.';
export const eventsInView = (count: number, total: number): string =>
  `показано ${number(count)} из ${ofEvents(total)}`;
export const matchFilter = (count: number): string =>
  plural(count, {
    one: '# событие подходит под фильтр',
    few: '# события подходят под фильтр',
    many: '# событий подходят под фильтр',
  });
export const eventsMatch = (count: number, total: number): string =>
  `Подходит ${number(count)} из ${ofEvents(total)}.`;
export const eventsMatchHere = (count: number, total: number, here: number): string =>
  `Подходит ${number(count)} из ${ofEvents(total)}, из них на этой странице ${number(here)}.`;
export const otherPagesTitles = ' На других страницах поиск идёт только по заголовкам и датам.';
export const noneMatches = 'Ничего не подходит. Уберите часть условий или сбросьте фильтр.';
export const andMore = (count: number): string =>
  plural(count, { one: 'и ещё # событие', few: 'и ещё # события', many: 'и ещё # событий' });

export const filterForm = 'Фильтр событий';
export const filterBy = { words: 'Поиск', track: 'Линия', kind: 'Вид', actor: 'Кто' };
export const clearFilter = 'Сбросить фильтр';

// An event

export const story = 'Ход событий';
export const part = (ordinal: number): string => `Часть ${number(ordinal)}`;
export const partOf = (ordinal: number, total: number, dates: string): string =>
  `Часть ${number(ordinal)} из ${number(total)}: ${dates}`;
export const parts = 'Части истории';
export const neighbouringParts = 'Соседние части';
export const allParts = 'Все части';
export const outside = 'За пределами источника';
export const references = 'Ссылки';
export const referencesAre =
  'Сторонние страницы, откуда взяты дата, место или иное прочтение. Цитат из них нет.';
export const seen = (date: string): string => `Просмотрено ${date}.`;
export const notSeen = 'Редакторы её ещё не смотрели.';

export const facts = {
  date: 'Дата',
  place: 'Место',
  who: 'Кто',
  track: 'Линия',
};
/** Of pictures, sound and film; `from` stands before the title of what they are taken from. */
export const media = {
  open: 'Открыть изображение',
  close: 'Закрыть',
  captions: 'Субтитры',
  transcript: 'Расшифровка',
  from: 'Из источника: ',
};
export const again = (count: number): string => `другая страница (${number(count)})`;
export const narrowed = (date: string): string => `в источнике только ${date}; точнее: `;
export const confirmed = (precision: string): string => `${precision}; то же здесь: `;
export const placedBy = 'источник: ';
export const unsourced = 'Пока без источника';
export const unsourcedWhy = 'Ни одна цитата ещё не подтверждает эту запись.';
export const inferredLinks = 'Наши предположения и их причины';
export const inferredWhy = (why: string): string => `наше предположение. ${why}`;
export const corrected = [': прежде было ', '; теперь '] as const;
export const correction = (was: string, now: string): string =>
  `Прежде было ${quoted(was)}; теперь ${quoted(now)}.`;
export const correctionOn = (date: string, was: string, now: string): string =>
  `Поправка, ${date}: прежде было ${quoted(was)}; теперь ${quoted(now)}.`;

export const retracted = 'Отозвано';
export const retractedOn = (date: string): string => `Отозвано: ${date}`;
export const retractedTitle = (title: string): string => `Отозвано: ${title}`;
export const retractedWas = 'Что было на этой странице до этого';
export const retractedList =
  'Редакция отозвала эти записи. Страница каждой остаётся, с объяснением причины, но на шкале времени их больше нет.';
export const retractedDescription = 'Эта запись была опубликована, а затем отозвана.';

export const quote = 'Цитата';
export const translation = (by: string): string => `Перевод: ${by}`;
export const seePassage = 'Посмотреть в источнике';
export const passagesInSource = 'Посмотреть в источнике: ';
export const passage = (ordinal: number): string => `отрывок ${number(ordinal)}`;
export const livePage = 'Исходная страница';
export const anotherSite = ' (другой сайт)';
export const anotherSitePassage = (letter: string): string => `, отрывок ${letter} (другой сайт)`;
export const chain = 'Кто это сказал и через кого это дошло';
export const stateMedia = 'государственное СМИ';
export const stateMediaOf = (state: string): string => `государственное СМИ, ${state}`;
export const inferred = 'наше предположение';
export const inferredAsk = 'наше предположение – почему?';
export const originCount = (count: number): string =>
  plural(count, { one: '# первоисточник', few: '# первоисточника', many: '# первоисточников' });
export const quotesOf = quotes;
export const notesOf = (count: number): string =>
  plural(count, { one: '# примечание', few: '# примечания', many: '# примечаний' });
export const allOpen = 'Все цитаты и примечания';

export const eventOf = (ordinal: number, total: number): string =>
  `Событие ${number(ordinal)} из ${number(total)}`;
export const eventOnTimeline = (ordinal: number, total: number): string =>
  `Событие ${number(ordinal)} из ${number(total)} на шкале времени`;
/** The reading bar. */
export const readingBar = 'Где вы в рассказе';
export const previousEvent = 'Предыдущее событие';
export const nextEvent = 'Следующее событие';
/** A place among all, or how many of all. */
export const outOf = (count: number, total: number): string =>
  `${number(count)} из ${number(total)}`;
export const neighbours = 'Соседние события';
export const before = 'До этого';
export const after = 'После этого';
export const neighbourIs = (side: string, title: string, date: string): string =>
  `${side}: ${title} (${date}).`;
export const inStory = 'Показать на шкале времени';

// Taking a page along

export const share = 'Сослаться, поделиться, встроить';
export const shareButton = 'Поделиться…';
export const sharePage = 'Поделиться';
export const linkCopied = 'Ссылка скопирована';
export const cite = 'Как сослаться';
export const copyCitation = 'Скопировать библиографическую ссылку';
export const citation = (author: string, title: string, site: string, date: string): string =>
  `${sentence(author)}${quoted(title)} // ${sentence(site)}${sentence(date)}`.trimEnd();
export const embed = 'Встроить';
export const embedHow = [
  'Этот код вставляется в другую страницу; ',
  ' или ',
  ' в конце адреса оставляет её только светлой или только тёмной.',
] as const;
export const copySnippet = 'Скопировать код';
/** Before the code that does it. */
export const embedHeight =
  'Высота рассчитана на колонку текста. Если добавить рядом этот скрипт, рамка всегда будет высотой с хронологию:';
export const print = 'Печать';
export const papers = { pdf: 'PDF:', a4: 'A4', letter: 'US Letter' };
export const qrCode = (address: string): string => `QR-код адреса ${address}`;
export const notInCalendar = (count: number, total: number): string =>
  plural(count, {
    one: `# из ${ofEvents(total)} в календарь не вошло: точный день неизвестен.`,
    few: `# из ${ofEvents(total)} в календарь не вошли: точный день неизвестен.`,
    many: `# из ${ofEvents(total)} в календарь не вошли: точный день неизвестен.`,
  });

// An actor

export const actorDescription = (name: string): string =>
  `${name}: действия, высказывания и сообщения, насколько о них говорят источники этой хронологии.`;
export const nameIn = (language: string): string => `Имя (${language})`;
export const inSources = 'В источниках';
export const notNamed = 'в тексте источников имени нет';
/** Before the outside page that gives a name which no source has. */
export const namedBy = 'Так назван здесь';
export const did = 'Действия';
export const said = 'Высказывания';
export const reported = 'Переданные сообщения';
export const allInferred = 'Это наше предположение.';
export const partInferred = 'Отчасти это наше предположение.';

// A source

export const source = 'Источник';
export const sourceDescription =
  'Источник, в котором отмечен каждый процитированный отрывок и указаны события, где он приведён.';
export const recordInferred = (why: string): string => `Наше предположение: ${why}`;
export const wholeText = 'Полный текст, байт в байт';
export const legend = 'Буква после отмеченного отрывка ведёт к событию, в котором он процитирован.';
export const excerpts =
  'Здесь дословно показаны только процитированные предложения; вместо остального стоит «[…]». Полный текст хранится вместе с сайтом и при каждой сборке сверяется с указанной выше контрольной суммой.';
export const longExcerpts =
  'Это длинный источник. Здесь показаны процитированные отрывки вместе с соседними предложениями; вместо остального, которое есть в полном тексте, стоит «[…]».';
/** The whole text of a long source, in parts. */
export const wholeTextHere = 'Читать полный текст с отмеченными отрывками';
export const wholeTextKicker = 'Полный текст';
export const wholeTextTitle = (title: string, part: number): string =>
  `${title}: полный текст, часть ${number(part)}`;
export const inWholeText = 'В полном тексте';
export const textParts = 'Части полного текста';
export const paragraphs = (first: number, last: number): string =>
  first === last ? `абзац ${number(first)}` : `абзацы ${number(first)}–${number(last)}`;
export const paragraphContinued = (ordinal: number): string =>
  `Абзац ${number(ordinal)}, продолжение`;
export const quotedPassages = 'Процитированные отрывки';
export const leftOut = 'Пропуск: этих слов ни одно событие не цитирует.';
export const paragraph = (ordinal: number): string => `Абзац ${number(ordinal)}`;
export const passageRunsOn = (letter: string): string =>
  `Отрывок ${letter} продолжается в следующем абзаце. Вот он целиком:`;
export const passageOverlaps = (letter: string): string =>
  `Отрывок ${letter} пересекается с другим. Вот он целиком:`;
export const partOfQuote = 'Часть одной цитаты: ';
/** Below pictures of a passage, by its letter. */
export const passageAsPrinted = (letter: string): string => `Отрывок ${letter}, как он напечатан`;
/** A page of a source, as it is called there; several, as a list with runs. */
export const page = (label: string): string => `с. ${label}`;
export const pages = (labels: string): string => `с. ${labels}`;
/** A page that has no number or name, by its place in the file. */
export const filePage = (place: number): string => `страница файла: ${number(place)}`;
/** A section of a source, by its headings from the outermost. */
export const section = (headings: readonly string[]): string => `§ ${headings.join(' › ')}`;
/** Where in a source a quote stands, as its author says; the text does not carry it. */
export const locatedByEditors = (at: string): string => `${at} (место указано редакцией)`;
/** Before the pages of a source that are quoted on this site. */
export const quotedPages = 'Здесь цитируется';
export const notJournalism = (why: string): string => `Не относится к статье: ${why}`;
export const eventsQuoting = (ordinal: number): string =>
  `События, где процитирован абзац ${number(ordinal)}`;
export const backTo = (letter: string, title: string): string =>
  `Отрывок ${letter}: назад к событию ${quoted(title)}`;

// The method

export const methodDescription =
  'Как проверяются цитаты, как изображаются даты, что здесь наше предположение и что пропущено.';
export const method = {
  heading: 'Метод',
  lead: 'Эта хронология не просит верить ей на слово. Каждое утверждение ведёт к цитате, а каждая цитата – к тому месту, откуда она взята.',
  quotes: 'Как проверяются цитаты',
  quotesText: [
    'Источники хранятся вместе с сайтом, байт в байт. При сборке сайта программа ищет каждую цитату в том источнике, который при ней назван. Цитата должна встретиться там ровно один раз, знак в знак: различаться могут только разбивка на строки и невидимые знаки. Кавычки разного рисунка – это разные знаки. Если хотя бы одна цитата не найдена или источник изменился хотя бы на байт, сайт не собирается.',
    'Каждый абзац о событии опирается хотя бы на одну из цитат этого события, и на каждую цитату есть ссылка. При цитате назван говорящий и все, кто передал его слова. Если источник не говорит, кто это был, имя помечено как наше предположение, с указанием причины. Государственные СМИ помечены, какому бы государству они ни принадлежали.',
    'Одного программа проверить не может: подтверждают ли слова само утверждение. Об этом судят редакция и читатель: нужное место в источнике – на расстоянии одного щелчка.',
  ],
  dates: 'Как изображаются даты',
  datesText: [
    'Дата точна настолько, насколько точен её источник. Год изображён полосой длиной в год, пустой и с пунктирной границей. Если сторонняя страница знает дату точнее, внутри полосы закрашен этот более узкий промежуток, а страница названа. Точкой отмечены только события, у которых указан день или время; открытый край заострён, как стрела.',
    'Расстояние между двумя моментами на шкале – промежуточное между реальным и равным. Где время сжато, шкала прервана и указан сжатый срок. События одного дня, время которых никто не называет, стоят рядом на выделенном фоне.',
  ],
  origins: 'Как считаются первоисточники',
  originsText:
    'Первоисточник цитаты – тот, кто первым передал эти слова: агентство, сообщившее, что сказал человек, а если статья говорит от себя – агентство, которое её написало, или, если его нет, издание. Пять газет, напечатавших сообщение одного агентства, – это один первоисточник, а не пять. Пунктир в цепочке означает наше предположение; его причина – на расстоянии одного щелчка.',
  coverage: 'Охват',
  corrections: 'Поправки',
  correctionsText:
    'Поправка остаётся на странице события и в этом списке вместе с тем, что было сказано прежде.',
  retractions: 'Отозванные записи',
  noCorrections: 'До сих пор поправок не было.',
  notes: 'Примечания',
  notesText:
    'Всё, что добавляет редакция, вынесено в примечания, отдельно от утверждений: как установлена дата, где перевод неоднозначен, в чём расходятся сообщения. Внутри цитаты ничего не исправляется. Вот все примечания.',
};
export const allQuotes = [
  'Все цитаты, с указанием их места и контрольных сумм источников, собраны в ',
  'одном файле W3C Web Annotations',
  ', по которому любой, у кого есть источник, может проверить их без этого сайта.',
] as const;

export const figures = {
  statements: (count: number): string =>
    plural(count, { one: 'утверждение', few: 'утверждения', many: 'утверждений' }),
  quotes: (count: number): string => plural(count, { one: 'цитата', few: 'цитаты', many: 'цитат' }),
  origins: (count: number): string =>
    plural(count, { one: 'первоисточник', few: 'первоисточника', many: 'первоисточников' }),
  share: 'предложений процитировано',
};
export const coverage = (
  statements: number,
  paragraphs: number,
  total: number,
  origins: string,
): string =>
  `Утверждение – это фраза вне примечаний, которая ведёт к цитате. Всего их ${number(statements)}, в ${plural(
    paragraphs,
    { one: '# абзаце', few: '# абзацах', many: '# абзацах' },
  )} о ${plural(total, {
    one: '# событии',
    few: '# событиях',
    many: '# событиях',
  })}. Первоисточники: ${sentence(origins)}Предложение источника считается процитированным, если процитировано хотя бы одно его слово.`;
export const sourceCoverage = (
  quotedSentences: number,
  sentences: number,
  quoteCount: number,
  eventCount: number,
): string =>
  `: процитировано ${number(quotedSentences)} из ${plural(sentences, {
    one: '# предложения',
    few: '# предложений',
    many: '# предложений',
  })}; ${quotes(quoteCount)}, ${events(eventCount)}.`;
export const quotedInPart = (quoteCount: number, eventCount: number): string =>
  `: ${quotes(quoteCount)}, ${events(eventCount)}. Источник цитируется частично, поэтому его предложения не подсчитаны.`;
export const unquoted = 'Предложения, которые не процитированы';
export const notQuoted = 'не процитировано.';
export const notJournalismEither = (why: string): string => `не относится к статье. ${why}`;

// The print edition

export const edition = {
  description: (deck: string): string =>
    `${sentence(deck)}Версия для печати, где все цитаты приведены полностью.`,
  version: (version: string): string => `Версия ${version}`,
  changedVersion: (version: string): string => `Версия ${version} с позднейшими изменениями`,
  undated: 'Копия без даты',
  happened: 'Что произошло',
  voices: 'Кто через кого говорит',
  quotes:
    'Цитаты, как они напечатаны в источнике: кто говорит, кто передал эти слова и по какому адресу их найти. Звёздочкой помечено имя, которое предположили\u00A0мы.',
  outside: 'Сторонние ссылки',
  outsideAre: 'Страницы, откуда взяты дата, место или иное прочтение. Цитат из\u00A0них\u00A0нет.',
  checked: 'Как это проверено',
};
export const editionHolds = (total: number, quoteCount: number, documents: number): string =>
  `Это печатная версия хронологии, которая не просит верить ей на слово; в ней ${events(total)}. Сказанное здесь опирается на ${plural(
    quoteCount,
    { one: '# цитату', few: '# цитаты', many: '# цитат' },
  )} из ${plural(documents, {
    one: '# документа',
    few: '# документов',
    many: '# документов',
  })}, и каждая цитата при подготовке этой версии найдена там слово в слово. Надстрочная цифра ведёт к цитате, которая подтверждает утверждение; надстрочная буква – к сторонней странице, откуда взяты дата, место или иное прочтение. Всё, что добавляет редакция, вынесено в примечания, отдельно от\u00A0утверждений.`;
export const editionChecked =
  'При сборке сайта программа искала каждую цитату в том источнике, который при ней назван и который хранится вместе с сайтом байт в байт. Каждая должна была встретиться там ровно один раз, знак в знак; различаться могли только разбивка на строки и невидимые знаки. Если бы хоть одна цитата не нашлась или источник изменился хоть на байт, не было бы ни сайта, ни этой версии. Каждый абзац о событии опирается хотя бы на одну цитату, и на каждую цитату есть ссылка. Одного никакая программа проверить не может: подтверждают ли слова само утверждение. Об этом судят редакция и читатель. Подробнее: ';
export const agencyInPublisher = (agency: string, publisher: string): string =>
  `${agency}, публикация: ${publisher}`;
export const itsPassages = 'Отмеченные отрывки: ';
export const itsDigest = '. SHA-256 текста: ';
export const fieldInferred = {
  title: (why: string): string => `Заголовок – наше предположение: ${why}`,
  publisher: (why: string): string => `Издание – наше предположение: ${why}`,
  agency: (why: string): string => `Агентство – наше предположение: ${why}`,
  published: (why: string): string => `Дата – наше предположение: ${why}`,
};
export const inSourceDate = (date: string): string => `(в источнике только ${date})`;
export const backToText = (label: string): string => `${label}, назад к тексту`;
export const wayOf = (chainText: string, mode: string, event: number): string =>
  `${chainText}; ${mode}; событие ${number(event)}.`;
export const voicesTable = {
  speaker: 'Кто говорит',
  via: 'Кто передал',
  agency: 'Агентство',
  publisher: 'Издание',
  mode: 'Как передано',
  quotes: 'Цитаты',
};
export const plateLegend =
  'Номера – те же, что у событий ниже. Точка – событие, у которого указан день; событие в пунктирной границе произошло когда-то внутри неё; полоса показывает, сколько оно длилось по меньшей мере. Где время сжато, шкала прервана и указан сжатый срок.';
export const plateDay = (date: string, numbers: string, editors: boolean): string =>
  `Время событий (${date}; № ${numbers}) неизвестно; порядок ${
    editors ? 'наш.' : '– как\u00A0в\u00A0источнике.'
  }`;

export const plate = {
  events: (count: number): string => `Шкала времени: ${events(count)}.`,
  event: (ordinal: number, title: string, date: string): string =>
    `${number(ordinal)}, ${title}, ${date}`,
  track: (label: string, own: readonly string[]): string =>
    `Линия ${quoted(label)}: ${own.join(semicolon) || 'ничего'}.`,
  axisBreak: (length: string): string => `Сжато: ${length}.`,
  axisBreakBetween: (length: string, first: number, second: number): string =>
    `Между ${number(first)} и ${number(second)} сжато: ${length}.`,
};

/** The map of the places. @param distance with its unit @param atlas its name */
export const map = {
  title: 'Где это было',
  picture: 'Карта мест.',
  near: (distance: string): string => `с точностью до ${distance}`,
  note: (atlas: string): string =>
    `Суша и границы – по данным ${atlas}. Границы показаны так, как они существуют на деле, кто бы на них ни претендовал. Закрашенный знак – точное место, пустой – приблизительное; круг показывает, в каких пределах оно лежит.`,
};

export type Checked = Complete<typeof import('./ru.ts')>;
