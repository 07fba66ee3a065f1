import type { SentenceRules } from '../../text/split.ts';

const LAST_TOO = ['U.S', 'U.K', 'U.N', 'U.S.A', 'D.C', 'E.U', 'U.A.E', 'N.Y', 'N.J', 'L.A', 'Inc', 'Corp', 'Ltd', 'Co', 'Jr', 'Sr', 'a.m', 'p.m', 'etc', 'Calif', 'Fla', 'Mass', 'Md', 'Va', 'Pa', 'Ill', 'Mich', 'Ga', 'Tenn', 'Wis', 'Minn', 'Conn', 'Ariz', 'Colo', 'Ky', 'Ala', 'Ore', 'Wash', 'Okla', 'N.C', 'S.C', 'N.H', 'N.M', 'B.C', 'Ont', 'Tex', 'Ind', 'Kan', 'Nev', 'La', 'Miss', 'Mo', 'Ark', 'Neb', 'Vt', 'R.I', 'Del', 'W.Va', 'Mont', 'Wyo'];

/** Furniture that English-language news sites and their copiers leave in a text, and abbreviations. Source: own reading. */
export const englishSentences: SentenceRules = {
  furniture: [
    /^\[\/?(?:ad|caption|embed|gallery|video|image)[^\]]*\]$/iu,
    /^(?:source|read more|advertisement|share|share this|continue reading|image source|getty images|reuters|afp|ap|related|related stories|see also|sign up|subscribe|comments?)(?: link)?\s*[:.]?$/iu,
    /^(?:read (?:more|also|next)|see also|related|watch|listen|image (?:source|caption|credit)|photo(?:graph)?(?: by| credit)?|media caption)\s*[:|].{0,140}$/iu,
    /^\d+\s+min(?:ute)?s?(?: read|\. read)$/iu,
    /^https?:\/\/\S+$/u,
    /^(?:©|\(c\)|copyright)\s.{0,140}$/iu,
  ],
  abbreviations: new Set([
    ...LAST_TOO,
    'Mr', 'Mrs', 'Ms', 'Dr', 'Prof', 'Sen', 'Rep', 'Gov', 'Gen', 'Lt', 'Col', 'Maj', 'Capt', 'Sgt', 'Cpl', 'Cmdr', 'Adm', 'Rev', 'Hon', 'Pres', 'Sec', 'Det', 'Insp', 'Supt',
    'St', 'Mt', 'Ft', 'No', 'Nos', 'vs', 'v', 'Fr', 'Msgr', 'Jan', 'Feb', 'Mar', 'Apr', 'Jun', 'Jul', 'Aug', 'Sep', 'Sept', 'Oct', 'Nov', 'Dec', 'Mon', 'Tue', 'Tues', 'Wed', 'Thu', 'Thurs', 'Fri', 'Sat', 'Sun',
    'i.e', 'e.g', 'approx', 'Ave', 'Blvd', 'Rd', 'Univ', 'Dept', 'Assn', 'Bros', 'Atty', 'Dist',
  ]),
  canEnd: new Set(LAST_TOO),
  starters: new Set(
    'The A An In On At He She It They We I You This That These Those But And Or If When While After Before As Since Until Although Though However Meanwhile Also Some Many Most All Both Each His Her Its Their Our My Your There Here What Who Why How Where For From With By To Of No Not One Two Three According Another Other Officials Police Authorities Earlier Later Last Next Now Then So Such Only Under Over During'.split(
      ' ',
    ),
  ),
};
