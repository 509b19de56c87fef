/**
 * Which scripts a name of the net is written in. One that mixes them may look like another and lead
 * elsewhere (Unicode Technical Standard 39, restriction level "highly restrictive").
 */

/** Scripts in everyday use (Unicode Standard Annex 31, table 5), by their codes of ISO 15924. */
const ALONE = [
  ...['Arab', 'Armn', 'Beng', 'Cyrl', 'Deva', 'Ethi', 'Geor', 'Grek', 'Gujr', 'Guru', 'Hebr'],
  ...['Khmr', 'Knda', 'Laoo', 'Mlym', 'Mymr', 'Orya', 'Sinh', 'Taml', 'Telu', 'Thaa', 'Thai'],
  'Tibt',
]

/** Those that are written together every day, with Latin letters among them. */
const TOGETHER = ['Latn Hani Hira Kana', 'Latn Hani Bopo', 'Latn Hani Hang']

const written = [...ALONE, ...TOGETHER].map((scripts) => {
  const signs = scripts.split(' ').map((script) => `\\p{scx=${script}}`)
  return new RegExp(`^[${signs.join('')}\\p{scx=Zyyy}\\p{scx=Zinh}]*$`, 'u')
})

/** Letters, their marks and figures, and the few signs that stand between them in a name. */
const isName = /^[\p{L}\p{M}\p{N}_\-·・\u200C\u200D]*$/u

const ASCII = /^[\w-]*$/

/** Whether a label, the part of a host between two dots, is written as no name in one script is. */
export const mixesScripts = (label: string): boolean =>
  !ASCII.test(label) && !(isName.test(label) && written.some((script) => script.test(label)))
