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
