import type { Page } from 'playwright-core'
import { faintOf, hideTexts } from './faint'

type Finding = { id: string; impact: string | null; nodes: { html: string; target: string[] }[] }
type Axe = { run(options: object): Promise<Record<'violations' | 'incomplete', Finding[]>> }

const source = await Bun.file(require.resolve('axe-core/axe.min.js')).text()

/** Rules that axe leaves aside unless it is asked: WCAG 2.2 on targets, and what it tries out. */
const asked = [
  'target-size',
  'focus-order-semantics',
  'table-fake-caption',
  'td-has-header',
  'label-content-name-mismatch',
]
const options = {
  resultTypes: ['violations', 'incomplete'],
  rules: {
    ...Object.fromEntries(asked.map((rule) => [rule, { enabled: true }])),
    // Each frame is a page of its own, and looked at as such.
    'frame-tested': { enabled: false },
  },
  iframes: false,
  preload: false,
}

/** What there is to ask of a page again that differs from one that was asked in its colours alone. */
const ofColours = {
  ...options,
  rules: {},
  runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
}

/**
 * What keeps somebody out of a page, of any weight, best practice too. What axe itself cannot
 * tell counts as well; contrast that it cannot tell is computed from what is painted. `only` asks
 * no more than a change of colours can change.
 */
export const findingsOf = async (page: Page, only?: 'colours'): Promise<string[]> => {
  if (!(await page.evaluate(() => Reflect.has(window, 'axe')))) await page.evaluate(source)
  await page.evaluate(hideTexts, false)
  const { violations, incomplete } = await page.evaluate(
    (how) => (Reflect.get(window, 'axe') as Axe).run(how),
    only === 'colours' ? ofColours : options,
  )
  const isContrast = ({ id }: Finding) => id === 'color-contrast'
  const texts = incomplete.filter(isContrast).flatMap(({ nodes }) => nodes)
  const faint = await faintOf(
    page,
    texts.map(({ target }) => target.join(' ')),
  )
  return [
    ...violations.map(saysOf),
    ...incomplete.filter((each) => !isContrast(each)).map((each) => `unsure: ${saysOf(each)}`),
    ...faint.map((each) => `too faint: ${each}`),
  ]
}

const saysOf = ({ id, impact, nodes }: Finding) =>
  `${id} (${impact}), ${nodes.length} times: ${nodes[0]?.html.slice(0, 200)}`
