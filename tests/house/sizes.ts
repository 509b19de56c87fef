import type { Breach, Source } from './source'

/** A file that grows past this has more than one job. */
const LINES = 250
/** JavaScript of our own that the browser runs. */
const SCRIPT_LINES = 200

export const lengthBreaches = ({ path, text }: Source): Breach[] => {
  const most = /^static\/.*\.js$/.test(path) ? SCRIPT_LINES : LINES
  const lines = text.split('\n').length - 1
  return lines > most ? [`${path} has ${lines} lines, over ${most}`] : []
}

/** What of the linter's settings is looked at. */
type Biome = {
  linter: { rules: { complexity: { noExcessiveLinesPerFunction: Rule } } }
  overrides: { includes: string[] }[]
}
type Rule = { level: string; options: { maxLines: number } }

/** A longer one has more than one job. The linter counts them; this sees that it does. */
const FUNCTION_LINES = 60

export const functionBreaches = (config: string): Breach[] => {
  const { linter, overrides } = Bun.JSONC.parse(config) as Biome
  const { level, options } = linter.rules.complexity.noExcessiveLinesPerFunction
  const isCounted = level === 'error' && options.maxLines <= FUNCTION_LINES
  const others = overrides
    .filter((one) => JSON.stringify(one).includes('noExcessiveLinesPerFunction'))
    .flatMap(({ includes }) => includes.filter((path) => path !== 'tests/**'))
  return [
    ...(isCounted ? [] : ['functions may be long']),
    ...others.map((path) => `functions may be long in ${path}`),
  ]
}
