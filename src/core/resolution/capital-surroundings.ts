import type { NameRules } from '../languages/name-rules.ts';
import type { TokenisedText } from '../text/tokenised-text.ts';
import type { Capitals } from './capitals.ts';
import { stripped } from './people.ts';

/** How the capitals around a stretch of tokens bear on it being the name of a place. */
export interface CapitalSurroundings {
  /** Words of a person's full name: 1 surely, 2 perhaps, 0 not. */
  readonly person: 0 | 1 | 2;
  /** The name of a person of whom the document speaks. */
  readonly surname: boolean;
  readonly maybeSurname: boolean;
  /** A capitalised word that is none of the known companions stands right before or after. */
  readonly nameBefore: boolean;
  readonly nameAfter: boolean;
  /** It stands in the name of a body or a work. */
  readonly organisation: boolean;
  /** Its capital says nothing. */
  readonly mute: boolean;
  /** The document writes the word small elsewhere. */
  readonly small: boolean;
  /** A verb of speech or of a person's doings stands beside. */
  readonly personVerb: boolean;
  /** An ordinary word that begins the sentence. */
  readonly opener: boolean;
  /** The last word of the name of a body: St. Mary's Church. */
  readonly tail: boolean;
  /** The word after makes it something else: West Nile virus. */
  readonly compound: boolean;
  /** A given name that is no well-known place's. */
  readonly given: boolean;
}

export function capitalSurroundings(
  firstToken: number,
  lastToken: number,
  text: TokenisedText,
  names: NameRules,
  capitals: Capitals,
): CapitalSurroundings {
  const { rules, upper } = capitals;
  const passage = text.passageOf[firstToken] ?? -1;
  const first = text.firstToken[passage] ?? 0;
  const last = text.lastToken[passage] ?? text.tokens.length;
  const word = (at: number) =>
    at >= first && at < last && text.tokens[at]?.type === 'word' ? (text.tokens[at]?.folded ?? '') : '';
  const endsName = (at: number) => {
    const token = text.tokens[at];
    return token !== undefined && /['’]s?$/u.test(text.text.slice(token.start, token.end));
  };
  const companion = (at: number) =>
    rules.neutral.has(word(at)) ||
    names.personTitles.has(word(at)) ||
    names.directions.has(word(at)) ||
    names.kindBefore.has(word(at)) ||
    names.kindAfter.has(word(at)) ||
    names.demonymBases(word(at)).length > 1 ||
    rules.functionWords.has(word(at));
  const known = (at: number) =>
    word(at) === '' ||
    upper[at] !== 1 ||
    capitals.mute[at] === 2 ||
    companion(at) ||
    (capitals.mute[at] === 1 && (names.commonWords.has(word(at)) || capitals.small.has(word(at))));
  let organisation = names.organisationHeads.has(word(firstToken - 1)) && upper[firstToken - 1] === 1;
  if (word(firstToken - 1) === 'of' && upper[firstToken - 2] === 1 && names.organisationHeads.has(word(firstToken - 2)))
    organisation = true;
  const possessed = endsName(lastToken - 1) && text.tokens[lastToken - 1]?.type === 'word';
  if (!possessed)
    for (let at = lastToken; at < lastToken + 4 && upper[at] === 1 && word(at) !== ''; at++) {
      if (rules.organisationTails.has(word(at))) {
        organisation = true;
        break;
      }
      if (endsName(at)) break;
    }
  const single = lastToken - firstToken === 1;
  const own = text.tokens[firstToken];
  const folded = own ? stripped(text, firstToken) : '';
  const verbAfter = rules.personVerbs.has(word(lastToken));
  const mark = capitals.person[firstToken] ?? 0;
  const whole =
    !single &&
    (capitals.person[lastToken - 1] ?? 0) === mark &&
    (capitals.person[firstToken - 1] ?? 0) === 0 &&
    (capitals.person[lastToken] ?? 0) === 0;
  const hyphenBefore =
    text.tokens[firstToken - 1]?.type === 'sign' &&
    own?.spaced === false &&
    /^[-‑]$/u.test(text.text.slice(text.tokens[firstToken - 1]?.start ?? 0, text.tokens[firstToken - 1]?.end)) &&
    upper[firstToken - 2] === 1 &&
    word(firstToken - 2).length > 1;
  const hyphenAfter =
    text.tokens[lastToken]?.type === 'sign' &&
    text.tokens[lastToken]?.spaced === false &&
    text.tokens[lastToken + 1]?.spaced === false &&
    /^[-‑]$/u.test(text.text.slice(text.tokens[lastToken]?.start ?? 0, text.tokens[lastToken]?.end)) &&
    upper[lastToken + 1] === 1;
  return {
    person: mark === 0 || whole ? 0 : mark === 1 ? 1 : 2,
    maybeSurname: single && mark === 0 && capitals.maybeSurnames.has(folded),
    surname: single && capitals.surnames.has(folded) && mark === 0,
    nameBefore: (!known(firstToken - 1) && !endsName(firstToken - 1)) || hyphenBefore,
    nameAfter:
      !possessed &&
      ((word(lastToken) !== '' && upper[lastToken] === 1 && capitals.mute[lastToken] !== 2 && !companion(lastToken)) ||
        hyphenAfter),
    organisation,
    mute: capitals.mute[firstToken] !== 0,
    small: capitals.small.has(folded),
    personVerb: verbAfter,
    opener:
      single &&
      capitals.mute[firstToken] === 1 &&
      rules.functionWords.has(folded) &&
      !/^\p{Lu}[.\p{Lu}]/u.test(text.text.slice(own?.start ?? 0, own?.end ?? 0)),
    tail: single && rules.organisationTails.has(folded) && upper[firstToken - 1] === 1,
    compound: rules.compounds.has(word(lastToken)),
    given: single && mark === 0 && names.givenNames.has(folded) && !rules.placeGivenNames.has(folded),
  };
}
