/** 한국어 인터페이스의 모든 말. Every word of the interface, in Korean; `en.ts` says what each is for. */
import { localeOf, numbersOf, pluralsOf } from './locale.ts';
import { withParticle } from './particles.ts';
import type { Complete } from './words.ts';

const locale = /* @__PURE__ */ localeOf('ko');

export const number = /* @__PURE__ */ numbersOf(locale);

const plural = /* @__PURE__ */ pluralsOf<'other'>(locale);
const events = (count: number): string => plural(count, { other: '사건 #건' });
const quotes = (count: number): string => plural(count, { other: '인용 #건' });

// Signs, with the spaces around them

export const comma = ', ';
export const semicolon = '; ';
export const colon = ': ';
export const stop = '. ';
export const sentence = (text: string): string => (/[.!?…]$/.test(text) ? `${text} ` : `${text}. `);
export const arrow = ' → ';
export const quoted = (text: string): string => `“${text}”`;
export const inBrackets = (text: string): string => `(${text})`;
export const letters = '가나다라마바사아자차카타파하';

// Dates

export const year = (digits: string): string => `${digits}년`;
export const range = (first: string, last: string): string => `${first}~${last}`;
export const numberRange = (first: string, last: string): string => `${first}~${last}`;
export const years = (first: string, last: string): string => `${first}~${last}년`;
export const dateInYear = (date: string, year: string): string => `${year} ${date}`;
export const aboutDate = (date: string): string => `${date}경`;
export const uncertainDate = (date: string): string => `${date}(불확실)`;
export const beforeCommonEra = (digits: string): string => `기원전 ${digits}년`;
export const decade = (first: string, _last: string): string => `${first}년대`;
export const zone = (offset: string): string => `UTC${offset}`;
export const weekdayAndDate = (weekday: string, date: string): string => `${date} ${weekday}`;
export const betweenDates = (first: string, last: string): string => `${first}에서 ${last} 사이`;
export const fromDate = (date: string): string => `${date}부터`;
export const untilDate = (date: string): string => `${date}까지`;
export const onOrAfter = (date: string): string => `${date} 또는 그 이후`;
export const onOrBefore = (date: string): string => `${date} 또는 그 이전`;

export const precisions = {
  century: '세기만 나옴',
  decade: '연대만 나옴',
  year: '연도만 나옴',
  month: '월까지만 나옴',
  day: '날짜까지 나옴',
  time: '시각까지 나옴',
};
export const oneEndOpen = (precision: string): string => `${precision}, 한쪽 끝은 열려 있음`;

// The vocabularies of the content

export const topics = {
  date: '날짜',
  translation: '번역',
  discrepancy: '엇갈린 내용',
  context: '배경',
  correction: '정정',
};

export const modes = {
  direct: '직접 인용',
  indirect: '간접 인용',
  narration: '글쓴이의 서술',
};

/** Why a quote is as it is, before the words of its author. */
export const reasons = {
  word: '낱말의 일부',
  phrase: '문장의 일부',
  unmarked: '출처에는 따옴표가 없음',
  paragraphs: '여러 문단에 걸침',
  furniture: '기사 내용이 아님',
};

export const record = {
  publisher: '발행처',
  agency: '통신사',
  published: '게재일',
  rights: '저작권',
  sha256: 'SHA-256',
  live: '원문 페이지',
  held: '볼 수 있는 곳',
  archived: '보존된 사본',
  author: '지은이',
  translator: '옮긴이',
  edition: '판',
  callNumber: '청구 기호',
  text: '본문',
};

// The frame of every page

export const skip = '본문으로 건너뛰기';
export const dark = '어두운 화면';
export const siteMenu = '사이트';
export const present = { title: '발표', leave: '연표로 돌아가기' };
export const menu = {
  timeline: '연표',
  source: '출처',
  sources: '출처',
  method: '검증 방법',
  edition: '인쇄판',
};
export const verified =
  '이 사이트의 모든 인용문이 보관해 둔 출처에 한 글자도 다르지 않게 실려 있음을 사이트를 만들 때 확인했습니다.';
export const howVerified = '확인 방법';
export const openData = '공개 데이터:';
export const dataFiles = { calendar: '달력', annotations: '주석' };
export const feeds = '피드:';

export const lost = {
  title: '페이지를 찾을 수 없음',
  description: '이 주소에는 페이지가 없습니다.',
  heading: '이 주소에는 아무것도 없습니다',
  text: [
    '이곳의 주소는 바뀌지 않으므로 링크가 잘렸거나 잘못 입력되었을 가능성이 큽니다. 모든 사건과 인용, 출처는 ',
    '연표',
    '에서 찾을 수 있습니다.',
  ],
} as const;

export const movedHeading = '주소가 바뀌었습니다';
export const movedTo = ['이 페이지는 이제 ', '에 있습니다.'] as const;
export const movedDescription = (title: string): string =>
  `${withParticle(quoted(title), '은')} 이제 다른 주소에 있습니다.`;

// The timeline

export const timeline = '연표';
export const viewControls = '보기';
export const toScale = '간격: 실제';
export const evenlySpaced = '균등';
export const spacing = '시간 간격';
export const earlier = '이전';
export const later = '이후';
export const zoomOut = '축소';
export const zoomIn = '확대';
export const fit = '전체 보기';
export const filter = '필터';
export const savePicture = '이 그림 저장:';
export const copyView = '이 화면 복사';
export const copyLink = '링크 복사';
export const copied = '복사했습니다';
export const copyByHand = '주소창에서 복사하세요';
export const copyRefused = '복사할 수 없습니다';
export const overview = '실제 비율로 그린 전체 시간 가운데 지금 보이는 부분';
export const keyDot = '날짜까지 나온 사건';
export const keyPill = '이 기간 중 어느 때에 일어남';
export const keyBar = '적어도 이 기간 내내 이어짐';

const list = (items: readonly string[]): string => new Intl.ListFormat(locale).format(items);

export const withoutTimes = (days: readonly string[], editors: boolean): string =>
  `${list(days)}의 시각은 알려져 있지 않습니다(음영 부분). 순서는 ${
    editors ? '편집진이 정한 것입니다.' : '출처를 따른 것입니다.'
  }`;
export const dayOfEvents = (date: string, count: number): string => `${date}(${events(count)})`;

export const axisClock = (zone: string): string =>
  `시간축은 ${zone} 기준이며, 각 시각은 출처에 적힌 대로 표시합니다.`;
export const dayCount = (count: number): string => plural(count, { other: '#일' });

export const eventCount = events;
export const clusterName = (count: number, date: string): string => `${events(count)}, ${date}`;
export const markName = (title: string, date: string, track: string): string =>
  `${title}, ${date}, ${track}`;

export function spacingName(share: number): string {
  if (share === 0) return '실제 간격';
  if (share < 0.35) return '실제에 가까운 간격';
  if (share < 0.65) return '실제와 균등의 중간 간격';
  return share < 1 ? '균등에 가까운 간격' : '균등한 간격';
}
export const dateToDate = (first: string, last: string): string => `${first}부터 ${last}까지`;
/** Where a view has no event. */
export const noneBetween = (first: string, last: string): string =>
  `${first}부터 ${last}까지 사건이 없습니다.`;
export const noneMatchesBetween = (first: string, last: string): string =>
  `${first}부터 ${last}까지 조건에 맞는 사건이 없습니다.`;
/** Where it is too short for two dates, or out of the calendar. */
export const noneInView = '이 구간에는 표시할 것이 없습니다.';
export const eventsInView = (count: number, total: number): string =>
  `${events(total)} 중 ${number(count)}건 표시`;
export const matchFilter = (count: number): string => plural(count, { other: '#건이 조건에 맞음' });
export const eventsMatch = (count: number, total: number): string =>
  `${events(total)} 중 ${number(count)}건이 조건에 맞습니다.`;
export const eventsMatchHere = (count: number, total: number, here: number): string =>
  `${events(total)} 중 ${number(count)}건이 조건에 맞고, 그 가운데 ${number(here)}건이 이 페이지에 있습니다.`;
export const otherPagesTitles = ' 다른 페이지에서는 제목과 날짜만 검색합니다.';
export const noneMatches = '조건에 맞는 사건이 없습니다. 조건을 줄이거나 필터를 지우세요.';
export const andMore = (count: number): string => plural(count, { other: '그 밖에 #건' });

export const filterForm = '사건 필터';
export const filterBy = { words: '검색', track: '갈래', kind: '종류', actor: '인물·기관' };
export const clearFilter = '필터 지우기';

// An event

export const story = '사건의 흐름';
export const part = (ordinal: number): string => `제${number(ordinal)}부`;
export const partOf = (ordinal: number, total: number, dates: string): string =>
  `전체 ${number(total)}부 중 제${number(ordinal)}부: ${dates}`;
export const parts = '나눈 부분';
export const neighbouringParts = '앞뒤 부분';
export const allParts = '모든 부분';
export const outside = '출처 밖의 내용';
export const references = '참고 자료';
export const referencesAre =
  '날짜나 장소, 다른 표기를 확인하는 데 쓴 외부 페이지입니다. 여기서는 인용하지 않았습니다.';
export const seen = (date: string): string => `${date} 확인.`;
export const notSeen = '편집자가 아직 확인하지 않음.';

export const facts = {
  date: '날짜',
  place: '장소',
  who: '인물·기관',
  track: '갈래',
};
/** Of pictures, sound and film; `from` stands before the title of what they are taken from. */
export const media = {
  open: '그림 열기',
  close: '닫기',
  captions: '자막',
  transcript: '녹취문',
  from: '출처: ',
};
export const again = (count: number): string => `다른 페이지(${number(count)})`;
export const narrowed = (date: string): string =>
  `출처에는 ${withParticle(date, '으로')}만 나옴. 더 정확한 날짜: `;
export const confirmed = (precision: string): string => `${precision}. 같은 날짜를 밝힌 곳: `;
export const placedBy = '근거: ';
export const unsourced = '출처 미확보';
export const unsourcedWhy = '아직 이 항목을 뒷받침하는 인용이 없습니다.';
export const inferredLinks = '편집진이 추정한 것과 그 이유';
export const inferredWhy = (why: string): string => `편집진 추정. ${why}`;
export const corrected = [': 정정 전 ', ', 정정 후 '] as const;
export const correction = (was: string, now: string): string =>
  `정정 전: ${quoted(was)}, 정정 후: ${quoted(now)}.`;
export const correctionOn = (date: string, was: string, now: string): string =>
  `정정(${date}): 정정 전 ${quoted(was)}, 정정 후 ${quoted(now)}.`;

export const retracted = '철회';
export const retractedOn = (date: string): string => `${date} 철회`;
export const retractedTitle = (title: string): string => `철회: ${title}`;
export const retractedWas = '철회 전 이 페이지의 내용';
export const retractedList =
  '편집진이 철회한 항목이다. 각 항목의 페이지는 철회 이유와 함께 그대로 남으며, 연표에는 더 이상 나오지 않는다.';
export const retractedDescription = '게재된 뒤 철회된 항목이다.';

export const quote = '인용문';
export const translation = (by: string): string => `번역: ${by}`;
export const seePassage = '출처에서 보기';
export const passagesInSource = '출처에서 보기: ';
export const passage = (ordinal: number): string => `${number(ordinal)}번째 부분`;
export const livePage = '원문 페이지';
export const anotherSite = '(다른 사이트)';
export const anotherSitePassage = (letter: string): string => `, 인용 부분 ${letter}(다른 사이트)`;
export const chain = '말한 이와 전한 곳';
export const stateMedia = '국영 매체';
export const stateMediaOf = (state: string): string => `국영 매체, ${state}`;
export const inferred = '편집진 추정';
export const inferredAsk = '편집진 추정 – 이유는?';
export const originCount = (count: number): string => plural(count, { other: '최초 출처 #곳' });
export const quotesOf = quotes;
export const notesOf = (count: number): string => plural(count, { other: '편집자 주 #건' });
export const allOpen = '모든 인용과 편집자 주';

export const eventOf = (ordinal: number, total: number): string =>
  `${events(total)} 중 ${number(ordinal)}번째`;
export const eventOnTimeline = (ordinal: number, total: number): string =>
  `연표의 ${events(total)} 중 ${number(ordinal)}번째`;
/** The reading bar. */
export const readingBar = '읽고 있는 위치';
export const previousEvent = '이전 사건';
export const nextEvent = '다음 사건';
/** A place among all, or how many of all. */
export const outOf = (count: number, total: number): string =>
  `${number(total)} 중 ${number(count)}`;
export const neighbours = '앞뒤 사건';
export const before = '앞선 사건';
export const after = '다음 사건';
export const neighbourIs = (side: string, title: string, date: string): string =>
  `${side}: ${title}(${date}).`;
export const inStory = '연표에서 보기';

// Taking a page along

export const share = '인용·공유·퍼가기';
export const shareButton = '공유…';
export const sharePage = '공유';
export const linkCopied = '링크를 복사했습니다';
export const cite = '이 페이지 인용하기';
export const copyCitation = '인용 표기 복사';
export const citation = (author: string, title: string, site: string, date: string): string =>
  `${author}, ${quoted(title)}, ${site}, ${date}.`;
export const embed = '퍼가기';
export const embedHow = [
  '아래 코드를 다른 페이지에 넣으면 됩니다. 주소 끝에 ',
  ' 또는 ',
  '를 붙이면 밝은 화면이나 어두운 화면으로 고정됩니다.',
] as const;
export const copySnippet = '코드 복사';
/** Before the code that does it. */
export const embedHeight =
  '높이는 본문 단에 맞춘 것입니다. 같은 페이지에 아래 스크립트도 넣으면 프레임 높이가 늘 연표에 맞춰집니다.';
export const print = '인쇄';
export const papers = { pdf: 'PDF:', a4: 'A4', letter: '미국 레터' };
export const qrCode = (address: string): string => `${address} 주소의 QR 코드`;
export const notInCalendar = (count: number, total: number): string =>
  `${events(total)} 중 ${number(count)}건은 날짜가 하루 단위로 알려져 있지 않아 달력에 없습니다.`;

// An actor

export const actorDescription = (name: string): string =>
  `이 연표의 출처에 나오는 범위에서, ${withParticle(name, '이')} 한 일과 한 말, 전한 내용입니다.`;
export const nameIn = (language: string): string => `${language} 표기`;
export const inSources = '출처 속 표기';
export const notNamed = '어느 출처의 본문에도 이름이 나오지 않음';
/** Before the outside page that gives a name which no source has. */
export const namedBy = '이 이름의 근거';
export const did = '한 일';
export const said = '한 말';
export const reported = '전한 내용';
export const allInferred = '편집진의 추정입니다.';
export const partInferred = '일부는 편집진의 추정입니다.';

// A source

export const source = '출처';
export const sourceDescription =
  '출처 본문입니다. 인용한 부분을 모두 표시하고, 그 부분을 쓴 사건과 연결했습니다.';
export const recordInferred = (why: string): string => `편집진 추정: ${why}`;
export const wholeText = '전체 본문(원본과 바이트까지 동일)';
export const legend = '표시된 부분 뒤의 글자를 누르면 그 부분을 인용한 사건으로 돌아갑니다.';
export const excerpts =
  '여기에는 사건에서 인용한 문장만 글자 그대로 싣고, 나머지는 “[…]”로 표시합니다. 전체 본문은 사이트와 함께 보관하며, 사이트를 만들 때마다 위의 해시값과 대조합니다.';
export const longExcerpts =
  '긴 출처입니다. 여기에는 사건에서 인용한 부분을 앞뒤 문장과 함께 싣고, 나머지는 “[…]”로 표시합니다. 나머지는 전체 본문에 있습니다.';
/** The whole text of a long source, in parts. */
export const wholeTextHere = '인용 부분을 표시한 전체 본문 읽기';
export const wholeTextKicker = '전체 본문';
export const wholeTextTitle = (title: string, part: number): string =>
  `${title}: 전체 본문 ${number(part)}부`;
export const inWholeText = '전체 본문에서 보기';
export const textParts = '전체 본문의 부분';
export const paragraphs = (first: number, last: number): string =>
  first === last ? `${number(first)}번째 문단` : `${number(first)}~${number(last)}번째 문단`;
export const paragraphContinued = (ordinal: number): string =>
  `${number(ordinal)}번째 문단(이어짐)`;
export const quotedPassages = '인용한 부분';
export const leftOut = '생략: 이 부분을 인용한 사건은 없습니다.';
export const paragraph = (ordinal: number): string => `${number(ordinal)}번째 문단`;
export const passageRunsOn = (letter: string): string =>
  `인용 부분 ${letter}: 다음 문단으로 이어집니다. 전문은 다음과 같습니다.`;
export const passageOverlaps = (letter: string): string =>
  `인용 부분 ${letter}: 다른 부분과 겹칩니다. 전문은 다음과 같습니다.`;
export const partOfQuote = '한 인용문의 일부: ';
/** Below pictures of a passage, by its letter. */
export const passageAsPrinted = (letter: string): string => `인용 부분 ${letter}: 인쇄된 모습`;
/** A page of a source, as it is called there; several, as a list with runs. */
export const page = (label: string): string => `${label}쪽`;
export const pages = (labels: string): string => `${labels}쪽`;
/** A page that has no number or name, by its place in the file. */
export const filePage = (place: number): string => `파일의 ${number(place)}쪽`;
/** A section of a source, by its headings from the outermost. */
export const section = (headings: readonly string[]): string => `§ ${headings.join(' › ')}`;
/** Where in a source a quote stands, as its author says; the text does not carry it. */
export const locatedByEditors = (at: string): string => `${at} (편집자가 밝힌 위치)`;
/** Before the pages of a source that are quoted on this site. */
export const quotedPages = '여기에 인용된 곳';
export const notJournalism = (why: string): string => `기사 내용이 아님: ${why}`;
export const eventsQuoting = (ordinal: number): string =>
  `${number(ordinal)}번째 문단을 인용한 사건`;
export const backTo = (letter: string, title: string): string =>
  `인용 부분 ${letter}: ${quoted(title)} 사건으로 돌아가기`;

// The method

export const methodDescription =
  '인용을 어떻게 확인하고 날짜를 어떻게 그리는지, 무엇이 편집진의 추정이며 무엇을 생략했는지 밝힙니다.';
export const method = {
  heading: '검증 방법',
  lead: '이 연표는 믿어 달라고 하지 않습니다. 모든 서술은 인용문으로, 모든 인용문은 그 말이 실린 자리로 이어집니다.',
  quotes: '인용을 확인하는 방법',
  quotesText: [
    '출처는 바이트 하나 바꾸지 않고 사이트와 함께 보관합니다. 사이트를 만들 때마다 프로그램이 인용문 하나하나를 해당 출처에서 찾습니다. 인용문은 출처에 정확히 한 번, 한 글자도 다르지 않게 있어야 하며, 줄바꿈 방식과 눈에 보이지 않는 부호만 다를 수 있습니다. 둥근따옴표와 곧은따옴표도 서로 다른 글자로 봅니다. 인용문이 하나라도 발견되지 않거나 출처가 1바이트라도 바뀌면 사이트는 만들어지지 않습니다.',
    '사건을 다룬 문단은 모두 그 사건의 인용문을 하나 이상 근거로 들며, 쓰이지 않은 채 남은 인용문은 없습니다. 인용문마다 말한 이와 그 말을 전한 곳을 모두 밝힙니다. 출처에 그것이 나오지 않으면 편집진의 추정이라고 표시하고 이유를 적습니다. 국영 매체는 어느 나라의 것이든 똑같이 표시합니다.',
    '다만 인용한 말이 서술을 실제로 뒷받침하는지는 프로그램이 확인할 수 없습니다. 그 판단은 편집진과 독자의 몫이며, 원문은 한 번만 누르면 볼 수 있습니다.',
  ],
  dates: '날짜를 그리는 방법',
  datesText: [
    '날짜는 출처가 밝힌 만큼만 정확하게 그립니다. 연도만 알려진 사건은 한 해 길이의 속이 빈 점선 모양입니다. 외부 페이지에서 더 정확한 날짜를 확인하면 그 안을 채워 그리고 해당 페이지를 밝힙니다. 날짜나 시각까지 나온 사건만 점으로 그리며, 정해지지 않은 끝은 화살촉처럼 뾰족하게 그립니다.',
    '연표에서 두 시점 사이의 거리는 실제 간격과 균등한 간격의 중간에 있습니다. 시간을 줄여 그린 곳에는 시간축을 끊고 얼마나 줄였는지 적습니다. 같은 날 일어났지만 시각이 알려지지 않은 사건들은 음영 위에 나란히 놓습니다.',
  ],
  origins: '최초 출처를 세는 방법',
  originsText:
    '인용문의 최초 출처는 그 말을 처음 전한 곳입니다. 누군가의 말을 보도한 통신사가 그것이며, 기사 자체의 서술이라면 기사를 쓴 통신사, 통신사가 없으면 발행처입니다. 신문 다섯 곳이 한 통신사의 기사를 실었다면 최초 출처는 다섯이 아니라 하나입니다. 전달 경로의 점선은 편집진의 추정이며, 이유는 한 번만 누르면 볼 수 있습니다.',
  coverage: '인용 범위',
  corrections: '정정',
  correctionsText: '정정 내용은 이전 서술과 함께 사건 페이지와 이 목록에 계속 남습니다.',
  retractions: '철회한 항목',
  noCorrections: '지금까지 정정한 것은 없습니다.',
  notes: '편집자 주',
  notesText:
    '편집진이 덧붙이는 내용은 서술과 구분해 주에 적습니다. 날짜를 어떻게 알아냈는지, 번역에서 무엇이 걸리는지, 어디에서 내용이 엇갈리는지를 다룹니다. 인용문 안에서는 아무것도 고치지 않습니다. 다음은 그 주 전체입니다.',
};
export const allQuotes = [
  '모든 인용문은 출처 안의 위치, 출처의 해시값과 함께 ',
  'W3C Web Annotations 파일 하나',
  '에 들어 있어, 출처를 가진 사람은 누구나 이 사이트 없이도 확인할 수 있습니다.',
] as const;

export const figures = {
  statements: (): string => '서술',
  quotes: (): string => '인용문',
  origins: (): string => '최초 출처',
  share: '인용된 문장의 비율',
};
export const coverage = (
  statements: number,
  paragraphs: number,
  total: number,
  origins: string,
): string =>
  `서술이란 주를 제외한 글에서 인용문으로 이어지는 어구를 말합니다. ${events(total)}을 다룬 문단 ${number(paragraphs)}개에 서술 ${number(statements)}개가 있습니다. 최초 출처: ${sentence(origins)}출처의 문장은 한 단어라도 인용되면 인용된 것으로 셉니다.`;
export const sourceCoverage = (
  quotedSentences: number,
  sentences: number,
  quoteCount: number,
  eventCount: number,
): string =>
  `: 문장 ${number(sentences)}개 중 ${number(quotedSentences)}개를 ${events(eventCount)}에서 ${number(quoteCount)}차례 인용.`;
export const quotedInPart = (quoteCount: number, eventCount: number): string =>
  `: ${events(eventCount)}에서 ${number(quoteCount)}차례 인용. 일부만 인용하는 출처이므로 문장 수는 세지 않습니다.`;
export const unquoted = '인용하지 않은 문장';
export const notQuoted = '인용하지 않음.';
export const notJournalismEither = (why: string): string => `기사 내용이 아님. ${why}`;

// The print edition

export const edition = {
  description: (deck: string): string => `${sentence(deck)}모든 인용문을 전문으로 실은 인쇄판.`,
  version: (version: string): string => `버전 ${version}`,
  changedVersion: (version: string): string => `버전 ${version} 이후 변경 있음`,
  undated: '날짜 없는 사본',
  happened: '일어난 일',
  voices: '누가 누구를 통해 말하는가',
  quotes:
    '출처에 실린 그대로의 인용문을 말한 이와 전한 곳, 그 부분의 주소와 함께 싣습니다. 별표는 편집진이 추정한 이름이라는\u00A0뜻입니다.',
  outside: '외부 참고 자료',
  outsideAre:
    '날짜나 장소, 다른 표기를 확인하는 데 쓴 페이지입니다. 여기서는 인용하지\u00A0않았습니다.',
  checked: '확인한 방법',
};
export const editionHolds = (total: number, quoteCount: number, documents: number): string =>
  `${events(total)}을 담은 연표의 인쇄판입니다. 이 연표는 믿어 달라고 하지 않습니다. 여기 적힌 내용은 문서 ${number(documents)}건에서 뽑은 ${withParticle(quotes(quoteCount), '을')} 근거로 하며, 모든 인용문은 이 판을 만들 때 문서에서 글자 그대로 확인했습니다. 위첨자 숫자는 서술을 뒷받침하는 인용문을, 위첨자 글자는 날짜나 장소, 다른 표기를 확인한 외부 페이지를 가리킵니다. 편집진이 덧붙인 내용은 서술과 구분해 주에\u00A0적었습니다.`;
export const editionChecked =
  '사이트를 만들 때 프로그램이 모든 인용문을, 바이트 하나 바꾸지 않고 사이트와 함께 보관한 해당 출처에서 찾았습니다. 인용문은 정확히 한 번, 한 글자도 다르지 않게 있어야 했고, 줄바꿈 방식과 눈에 보이지 않는 부호만 다를 수 있었습니다. 인용문이 하나라도 발견되지 않았거나 출처가 1바이트라도 바뀌었다면 사이트도 이 판도 없었을 것입니다. 사건을 다룬 문단은 모두 인용문을 하나 이상 근거로 들며, 쓰이지 않은 채 남은 인용문은 없습니다. 다만 인용한 말이 서술을 실제로 뒷받침하는지는 어떤 프로그램도 확인할 수 없습니다. 그 판단은 편집진과 독자의 몫입니다. 자세한 내용: ';
export const agencyInPublisher = (agency: string, publisher: string): string =>
  `${agency}, ${publisher} 게재`;
export const itsPassages = '표시된 인용 부분: ';
export const itsDigest = '. 본문의 SHA-256: ';
export const fieldInferred = {
  title: (why: string): string => `제목은 편집진의 추정임: ${why}`,
  publisher: (why: string): string => `발행처는 편집진의 추정임: ${why}`,
  agency: (why: string): string => `통신사는 편집진의 추정임: ${why}`,
  published: (why: string): string => `날짜는 편집진의 추정임: ${why}`,
};
export const inSourceDate = (date: string): string =>
  `(출처에는 ${withParticle(date, '으로')}만 나옴)`;
export const backToText = (label: string): string => `${label}, 본문으로 돌아가기`;
export const wayOf = (chainText: string, mode: string, event: number): string =>
  `${chainText}; ${mode}; 사건 ${number(event)}.`;
export const voicesTable = {
  speaker: '말한 이',
  via: '전한 곳',
  agency: '통신사',
  publisher: '발행처',
  mode: '전달 방식',
  quotes: '인용문',
};
export const plateLegend =
  '번호는 아래 사건의 번호입니다. 점은 날짜까지 나온 사건이고, 점선 테두리는 그 안의 어느 때에 일어났다는 뜻이며, 막대는 적어도 그 길이만큼 이어졌다는 뜻입니다. 시간을 줄여 그린 곳에는 시간축을 끊고 얼마나 줄였는지 적었습니다.';
export const plateDay = (date: string, numbers: string, editors: boolean): string =>
  `${date}의 사건(${numbers})은 시각이 알려져 있지 않으며, 순서는 ${
    editors ? '편집진이\u00A0정했습니다.' : '출처를\u00A0따랐습니다.'
  }`;

export const plate = {
  events: (count: number): string => `${events(count)}을 담은 연표.`,
  event: (ordinal: number, title: string, date: string): string =>
    `${number(ordinal)}, ${title}, ${date}`,
  track: (label: string, own: readonly string[]): string =>
    `${quoted(label)} 갈래: ${own.join(semicolon) || '없음'}.`,
  axisBreak: (length: string): string => `${withParticle(length, '을')} 줄여 그림.`,
  axisBreakBetween: (length: string, first: number, second: number): string =>
    `${number(first)}번과 ${number(second)}번 사이 ${withParticle(length, '을')} 줄여 그림.`,
};

/** The map of the places. @param distance with its unit @param atlas its name */
export const map = {
  title: '일이 일어난 곳',
  picture: '장소 지도.',
  near: (distance: string): string => `오차 ${distance} 이내`,
  note: (atlas: string): string =>
    `육지와 국경은 ${atlas} 자료를 따랐습니다. 국경은 누가 영유권을 주장하든 실제로 관할되는 대로 그렸습니다. 채운 표시는 정확한 위치, 빈 표시는 대략적인 위치이며, 원의 크기는 불확실한 범위입니다.`,
};

export type Checked = Complete<typeof import('./ko.ts')>;
