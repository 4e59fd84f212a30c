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

const NAMES: Record<Role, string> = {
  title:
    'title|headline|name|event|summary|label|subject|titel|überschrift|ereignis|titre|nom|événement|título|titulo|nombre|evento|titolo|العنوان|عنوان|الحدث',
  date: 'date|start|start date|startdate|begin|from|when|datum|beginn|anfang|von|début|fecha|inicio|data|inizio|التاريخ|تاريخ|البداية|من',
  edtf: 'edtf',
  end: 'end|end date|enddate|until|finish|to|ende|enddatum|bis|fin|fin de|hasta|fine|النهاية|إلى',
  year: 'year|start year|jahr|année|annee|an|año|anno|ano|السنة|سنة',
  month: 'month|start month|monat|mois|mes|mese|mês|الشهر|شهر',
  day: 'day|start day|tag|jour|día|dia|giorno|اليوم|يوم',
  time: 'time|start time|hour|uhrzeit|zeit|heure|hora|ora|الوقت|الساعة',
  'end year': 'end year|endyear|endjahr',
  'end month': 'end month|endmonth|endmonat',
  'end day': 'end day|endday|endtag',
  'end time': 'end time|endtime',
  text: 'text|description|body|details|content|notes|beschreibung|texte|texto|descripción|descripcion|descrizione|testo|النص|الوصف',
  group:
    'group|track|category|lane|series|gruppe|kategorie|groupe|catégorie|grupo|categoría|gruppo|المجموعة|الفئة',
  place: 'place|location|where|venue|ort|lieu|lugar|luogo|المكان|الموقع',
  link: 'url|link|href|source|media|image|website|quelle|bild|lien|image url|enlace|fuente|fonte|الرابط|المصدر',
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
