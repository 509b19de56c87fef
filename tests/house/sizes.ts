import { dirname } from 'node:path'
import type { Breach, Source } from './source'

/** A file that grows past this has more than one job. */
const LINES = 250
/** JavaScript of our own that the browser runs. */
const SCRIPT_LINES = 200
const FILES = 12

/** The files that may be longer, each with its reason. */
const long: Record<string, string> = {
  'static/bellhop.css': 'one stylesheet in cascade layers, a part to each heading',
}

/** The folders that may hold more files, each with its reason. */
const wide: Record<string, string> = {
  actors: 'the words that every kind of actor shares, one file each',
}

export const lengthBreaches = ({ path, text }: Source): Breach[] => {
  const most = /^static\/.*\.js$/.test(path) ? SCRIPT_LINES : LINES
  const lines = text.split('\n').length - 1
  return lines > most && long[path] === undefined
    ? [`${path} has ${lines} lines, over ${most}`]
    : []
}

export const folderBreaches = (paths: readonly string[]): Breach[] =>
  Object.entries(Object.groupBy(paths, (path) => dirname(path))).flatMap(([folder, files = []]) =>
    files.length > FILES && wide[folder] === undefined
      ? [`${folder}/ holds ${files.length} files, over ${FILES}`]
      : [],
  )
