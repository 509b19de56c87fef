import type { Breach, Source } from './source'

/** A file that grows past this has more than one job. */
const LINES = 250
/** JavaScript of our own that the browser runs. */
const SCRIPT_LINES = 200

/** The files that may be longer, each with its reason. */
const long: Record<string, string> = {
  'static/bellhop.css': 'one stylesheet in cascade layers, a part to each heading',
}

export const lengthBreaches = ({ path, text }: Source): Breach[] => {
  const most = /^static\/.*\.js$/.test(path) ? SCRIPT_LINES : LINES
  const lines = text.split('\n').length - 1
  return lines > most && long[path] === undefined
    ? [`${path} has ${lines} lines, over ${most}`]
    : []
}
