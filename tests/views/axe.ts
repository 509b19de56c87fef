import type { Page } from 'playwright-core'

type Finding = { id: string; impact: string | null; nodes: { html: string }[] }
type Axe = { run(options: object): Promise<{ violations: Finding[] }> }

const source = await Bun.file(require.resolve('axe-core/axe.min.js')).text()

/** What keeps somebody out of a page, by every rule that axe has, best practice too. */
export const findingsOf = async (page: Page): Promise<string[]> => {
  await page.evaluate(source)
  const { violations } = await page.evaluate(() =>
    (Reflect.get(window, 'axe') as Axe).run({ resultTypes: ['violations'] }),
  )
  return violations.map(({ id, impact, nodes }) => `${id} (${impact}): ${nodes[0]?.html}`)
}
