import { attribute, elementsOf, type MarkupElement, rawText } from './markup-tree.ts';
import { mediaHolds, styleRules } from './style-rules.ts';
import { Matcher, readSelector, type Selector } from './style-selector.ts';

/** A rule of a page's own style sheet that shows or hides what it selects. */
interface Rule {
  readonly selector: Selector;
  readonly hides: boolean;
  readonly weight: number;
}

/**
 * Ways of hiding that are no mere beginning of a movement: what fades in, grows or unfolds (no opacity, no height, scaled to
 * nothing) is text, since its class is changed by a script. Colours are not judged: that would take those of every ground.
 */
const HIDES =
  /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|content-visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])|(?:left|right|top|text-indent|margin-left)\s*:\s*-\d{3,}|clip(?:-path)?\s*:\s*(?:rect\(\s*0|inset\(\s*(?:50|100)%))/i;
const SHOWS =
  /(?:^|[;\s])(?:display\s*:\s*(?!none)[a-z]|visibility\s*:\s*visible|content-visibility\s*:\s*(?:visible|auto))/i;
const IMPORTANT = /(?:display|visibility|font-size|left|right|top|text-indent|margin-left|clip)[^;]*!\s*important/i;
/** What is `!important` goes before whatever is not. */
const IMPORTANT_WEIGHT = 10_000_000;
/** More than this of a style sheet is not looked at. */
const MAX_STYLE = 500_000;
const MAX_RULES = 1_000;
/** Letters of a selector, and of what a rule declares, that are looked at. */
const MAX_SELECTOR = 300;
const MAX_DECLARATIONS = 4_000;
/** Selectors that are held against elements, in one page: some tenths of a second. A large news page needs a tenth of it. */
const MAX_STEPS = 500_000;
/** What holds so much of a page is shown sooner or later, by a script: its styles say nothing of what readers see. */
const MOSTLY = 0.5;

/**
 * Whether the style sheets in a page make an element invisible on an ordinary screen. Sheets that lie elsewhere are not
 * fetched; selectors by state (`:hover`) or neighbour (`+`, `~`), and what is for print, say nothing.
 */
export function hiddenByStyle(
  page: Parameters<typeof elementsOf>[0],
  body: MarkupElement,
  lengthOf: (element: MarkupElement) => number,
): (element: MarkupElement) => boolean {
  const rules = rulesOf(page);
  if (!rules.some(({ hides }) => hides)) return () => false;
  const most = lengthOf(body) * MOSTLY;
  const kept = new RulesByKey(rules);
  const matcher = new Matcher(MAX_STEPS);
  return (element) => isHidden(element, kept, matcher) && lengthOf(element) < most;
}

function rulesOf(page: Parameters<typeof elementsOf>[0]): Rule[] {
  const rules: Rule[] = [];
  let room = MAX_STYLE;
  for (const element of elementsOf(page)) {
    if (element.tagName !== 'style' || room <= 0 || !mediaHolds(attribute(element, 'media') ?? '')) continue;
    const style = rawText(element, room);
    room -= style.length;
    for (const { selectors, declarations: all } of styleRules(style)) {
      const declarations = all.slice(0, MAX_DECLARATIONS);
      const hides = HIDES.test(declarations);
      if (!hides && !SHOWS.test(declarations)) continue;
      const urgent = IMPORTANT.test(declarations) ? IMPORTANT_WEIGHT : 0;
      for (const one of selectors.split(',')) {
        if (rules.length >= MAX_RULES) return rules;
        const selector = one.length > MAX_SELECTOR ? null : readSelector(one);
        if (selector !== null) rules.push({ selector, hides, weight: selector.weight + urgent });
      }
    }
  }
  return rules;
}

interface Numbered extends Rule {
  readonly number: number;
}

/** Rules by what the element itself must be called, so that an element is held against few of them. */
class RulesByKey {
  private readonly byKey = new Map<string, Numbered[]>();
  constructor(rules: readonly Rule[]) {
    rules.forEach((rule, number) => {
      const [own] = rule.selector.compounds;
      const key = own?.id ? `#${own.id}` : own?.classes[0] ? `.${own.classes[0]}` : (own?.tag ?? '');
      const known = this.byKey.get(key);
      if (known) known.push({ ...rule, number });
      else this.byKey.set(key, [{ ...rule, number }]);
    });
  }

  /** The rules that may be for an element. */
  *for(tag: string, { id, classes }: ReturnType<Matcher['namesOf']>): Generator<Numbered> {
    yield* this.byKey.get('') ?? [];
    yield* this.byKey.get(tag) ?? [];
    if (id !== '') yield* this.byKey.get(`#${id}`) ?? [];
    for (const name of classes) yield* this.byKey.get(`.${name}`) ?? [];
  }
}

/** What the weightiest rule for an element says, the last of equal ones. */
function isHidden(element: MarkupElement, rules: RulesByKey, matcher: Matcher): boolean {
  let best: Numbered | null = null;
  for (const rule of rules.for(element.tagName, matcher.namesOf(element))) {
    if (matcher.isTired) return false;
    if (best && (rule.weight - best.weight || rule.number - best.number) < 0) continue;
    if (matcher.matches(rule.selector, element)) best = rule;
  }
  return best?.hides ?? false;
}
