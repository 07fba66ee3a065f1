/**
 * Places that stand for the state that governs from them: `وزارة الدفاع في باكو` is Azerbaijan's. Place ids of the
 * gazetteer; a place that is not here stands for itself. Source: capitals as generally known; seats of presidencies.
 */
const TABLE = `
kabul afghanistan, tirana albania, algiers algeria, luanda angola, buenos-aires argentina, yerevan armenia, canberra australia, vienna austria, baku azerbaijan, manama bahrain, dhaka bangladesh, minsk belarus,
brussels eu, brasilia brazil, sofia bulgaria, phnom-penh cambodia, yaounde cameroon, ottawa canada, ndjamena chad, santiago chile, beijing china, bogota colombia, zagreb croatia, havana cuba, nicosia cyprus,
prague czechia, copenhagen denmark, djibouti djibouti, cairo egypt, asmara eritrea, tallinn estonia, addis-ababa ethiopia, helsinki finland, paris france, tbilisi georgia, berlin germany, accra ghana, athens greece,
budapest hungary, new-delhi india, jakarta indonesia, tehran iran, baghdad iraq, dublin ireland, tel-aviv israel, rome italy, tokyo japan, amman jordan, astana kazakhstan, nairobi kenya, kuwait-city kuwait,
bishkek kyrgyzstan, riga latvia, beirut lebanon, tripoli libya, vilnius lithuania, bamako mali, nouakchott mauritania, mexico-city mexico, chisinau moldova, ulaanbaatar mongolia, podgorica montenegro, rabat morocco,
kathmandu nepal, amsterdam netherlands, niamey niger, abuja nigeria, pyongyang north-korea, oslo norway, muscat oman, islamabad pakistan, lima peru, manila philippines, warsaw poland, lisbon portugal, doha qatar,
bucharest romania, moscow russia, kigali rwanda, riyadh saudi-arabia, dakar senegal, belgrade serbia, singapore singapore, bratislava slovakia, mogadishu somalia, pretoria south-africa, seoul south-korea, juba south-sudan,
madrid spain, colombo sri-lanka, khartoum sudan, stockholm sweden, bern switzerland, damascus syria, taipei taiwan, dushanbe tajikistan, bangkok thailand, tunis tunisia, ankara turkey, ashgabat turkmenistan, kampala uganda,
kyiv ukraine, abu-dhabi united-arab-emirates, london united-kingdom, washington united-states, montevideo uruguay, tashkent uzbekistan, caracas venezuela, hanoi vietnam, sanaa yemen, ramallah palestine,
white-house united-states, kremlin russia, pentagon united-states, elysee france, downing-street united-kingdom, stepanakert nagorno-karabakh
`;

const SEATS: ReadonlyMap<string, string> = new Map(
  TABLE.split(',').map((pair) => {
    const [seat = '', state = ''] = pair.trim().split(/\s+/);
    return [seat, state] as const;
  }),
);

/** The state that speaks when this place speaks. */
export function stateOf(placeId: string): string {
  return SEATS.get(placeId) ?? placeId;
}
