import { foldName } from '../../text/fold.ts';

/** `short short …: name` a line, as folded keys. */
function forms(table: string): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  for (const line of table.trim().split('\n')) {
    const [short = '', name = ''] = line.split(':');
    for (const one of short.trim().split(/\s+/)) map.set(foldName(one.replaceAll('_', ' ')), foldName(name));
  }
  return map;
}

/** Other ways that newsrooms write a name. Source: Associated Press and Guardian style books. */
export const shortForms = forms(`
  NYC: New York
  NSW: New South Wales
  DRC D.R.C. DR_Congo D.R._Congo Congo-Kinshasa: Democratic Republic of the Congo
  Congo-Brazzaville: Republic of the Congo
  CAR: Central African Republic
  PNG: Papua New Guinea
  KSA: Saudi Arabia
  ROK: South Korea
  DPRK: North Korea
  PRC: China
  Washington: Washington State
  New_York: New York State
`);

/**
 * Short forms of states and provinces, understood right after "Name, ": postal codes and the abbreviations of the
 * Associated Press for the United States, Canada and Australia. Source: the style books; ISO 3166-2.
 */
export const containerForms = forms(`
  Ala AL: Alabama
  AK: Alaska
  Ariz AZ: Arizona
  Ark AR: Arkansas
  Calif CA Cal: California
  Colo CO: Colorado
  Conn CT: Connecticut
  Del DE: Delaware
  DC: District of Columbia
  Fla FL: Florida
  Ga GA: Georgia
  HI: Hawaii
  ID: Idaho
  Ill IL: Illinois
  Ind IN: Indiana
  IA: Iowa
  Kan Kans KS: Kansas
  Ky KY: Kentucky
  La LA: Louisiana
  ME: Maine
  Md MD: Maryland
  Mass MA: Massachusetts
  Mich MI: Michigan
  Minn MN: Minnesota
  Miss MS: Mississippi
  Mo MO: Missouri
  Mont MT: Montana
  Neb Nebr NE: Nebraska
  Nev NV: Nevada
  NH: New Hampshire
  NJ: New Jersey
  NM: New Mexico
  NY: New York State
  NC: North Carolina
  ND: North Dakota
  OH: Ohio
  Okla OK: Oklahoma
  Ore OR: Oregon
  Pa PA Penn: Pennsylvania
  RI: Rhode Island
  SC: South Carolina
  SD: South Dakota
  Tenn TN: Tennessee
  Tex TX: Texas
  UT: Utah
  Vt VT: Vermont
  Va VA: Virginia
  Wash WA: Washington State
  W_Va WV: West Virginia
  Wis WI: Wisconsin
  Wyo WY: Wyoming
  Ont ON: Ontario
  Que QC: Quebec
  BC: British Columbia
  Alta AB: Alberta
  Man MB: Manitoba
  Sask SK: Saskatchewan
  NB: New Brunswick
  PEI: Prince Edward Island
  NL: Newfoundland and Labrador
  Qld QLD: Queensland
  Vic VIC: Victoria
  Tas TAS: Tasmania
  NT: Northern Territory
`);
