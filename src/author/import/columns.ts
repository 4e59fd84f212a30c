/** What a column of a table is, by the names that people give it, in the languages of `src/words` and some more. */
import { cleanLine } from '../markdown.ts';
import { languages } from './date-names.ts';

export type Role =
  | 'title'
  | 'date'
  | 'edtf'
  | 'end'
  | 'year'
  | 'month'
  | 'day'
  | 'time'
  | 'end year'
  | 'end month'
  | 'end day'
  | 'end time'
  | 'text'
  | 'group'
  | 'place'
  | 'link';

/** Those of English come first, then by language: de, fr, es, it, pt, nl, ru, ar, ko, zh, ja. */
const NAMES: Record<Role, string> = {
  title:
    'title|headline|name|event|event name|event title|summary|label|subject|titel|überschrift|ereignis|titre|nom|événement|título|titulo|nombre|evento|titolo|nome|gebeurtenis|название|заголовок|событие|العنوان|عنوان|الحدث|제목|이름|사건|행사|标题|標題|名称|名稱|事件|タイトル|題名|件名|出来事|名前',
  date: 'date|start|start date|startdate|begin|begin date|from|when|datum|beginn|anfang|startdatum|von|date de début|date début|début|fecha|fecha de inicio|inicio|data|data di inizio|data inizio|inizio|data de início|início|begindatum|дата|дата начала|начало|التاريخ|تاريخ|تاريخ البداية|البداية|من|날짜|일자|시작|시작일|시작 날짜|日期|开始日期|開始日期|日付|年月日|開始日|開始',
  edtf: 'edtf',
  end: 'end|end date|enddate|until|finish|to|ende|enddatum|bis|fin|date de fin|date fin|fin de|fecha de fin|fecha final|hasta|fine|data di fine|data fine|data de fim|fim|einddatum|конец|дата окончания|окончание|النهاية|تاريخ النهاية|إلى|끝|종료|종료일|종료 날짜|结束日期|結束日期|終了日|終了',
  year: 'year|start year|jahr|année|annee|an|año|anno|ano|jaar|год|السنة|سنة|年',
  month: 'month|start month|monat|mois|mes|mese|mês|maand|месяц|الشهر|شهر|月',
  day: 'day|start day|tag|jour|día|dia|giorno|dag|день|число|اليوم|يوم|日',
  time: 'time|start time|hour|uhrzeit|zeit|heure|hora|ora|tijd|время|الوقت|الساعة|시간|시각|时间|時間|時刻',
  'end year': 'end year|endyear|endjahr',
  'end month': 'end month|endmonth|endmonat',
  'end day': 'end day|endday|endtag',
  'end time': 'end time|endtime',
  text: 'text|description|body|details|content|notes|beschreibung|texte|texto|descripción|descripcion|descrizione|testo|descrição|descricao|beschrijving|omschrijving|описание|текст|содержание|النص|الوصف|설명|내용|본문|描述|说明|說明|内容|內容|説明|本文',
  group:
    'group|track|category|lane|series|gruppe|kategorie|groupe|catégorie|grupo|categoría|gruppo|categoria|categorie|группа|категория|المجموعة|الفئة|분류|그룹|범주|类别|類別|分类|分類|カテゴリ|カテゴリー',
  place:
    'place|location|where|venue|ort|lieu|lugar|luogo|local|plaats|locatie|место|المكان|الموقع|장소|위치|地点|地點|場所',
  link: 'url|link|href|source|media|image|website|quelle|bild|lien|image url|enlace|fuente|fonte|bron|ссылка|источник|الرابط|المصدر|링크|주소|출처|链接|連結|来源|來源|リンク|出典',
};

/** As headings are compared. */
export const headingOf = (cell: string): string =>
  cleanLine(cell)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[_-]+/g, ' ')
    .replace(/ *[:.]$/, '');

const roles = new Map<string, Role>([
  ...languages.flatMap((language) => {
    const names = new Intl.DisplayNames(language, { type: 'dateTimeField' });
    return (['year', 'month', 'day'] as const).flatMap((field) => {
      const name = names.of(field);
      return name === undefined ? [] : [[headingOf(name), field] as const];
    });
  }),
  ...(Object.entries(NAMES) as [Role, string][]).flatMap(([role, names]) =>
    names.split('|').map((name) => [headingOf(name), role] as const),
  ),
]);

export const roleOf = (heading: string): Role | undefined => roles.get(headingOf(heading));

/** The names of a role that come first, as a message has them. */
export const someNames = (role: Role): string => NAMES[role].split('|').slice(0, 4).join(', ');

/** Whether a row names columns: one for a title or a text, and one for a date. */
export function isHeader(cells: readonly string[]): boolean {
  const found = new Set(cells.map(roleOf));
  return (
    (found.has('title') || found.has('text')) &&
    (found.has('date') || found.has('edtf') || found.has('year'))
  );
}

/** Roles of which an event has one cell. */
export const SINGLE = (Object.keys(NAMES) as Role[]).filter(
  (role) => role !== 'text' && role !== 'link',
);
