import license from 'emoji-picker-element/LICENSE' with { type: 'file' }
import picker from 'emoji-picker-element/picker.js' with { type: 'file' }
import english from 'emoji-picker-element-data/en/cldr-native/data.json' with { type: 'file' }
import chinese from 'emoji-picker-element-data/zh/emojibase/data.json' with { type: 'file' }
import { z } from 'zod'
import { emoji as words } from '../../../views/words/emoji'
import type { Language } from '../../../views/words/language'

export const pickerScript = picker
export const pickerLicense = license

/**
 * What of the package's script does not go with our pages: as it is written there, and as it is served.
 * It keeps what it knows in IndexedDB, without which it shows nothing; ours is handed to it. Our policy
 * forbids `style` attributes, not what a script says to `style`. Chinese words are of one character too.
 */
const changes = [
  ["import Database from './database.js';", ''],
  [
    'targetNode.setAttribute(attributeName, newValue);',
    "if (attributeName === 'style') targetNode.style.cssText = newValue;" +
      ' else targetNode.setAttribute(attributeName, newValue);',
  ],
  ['const MIN_SEARCH_TEXT_LENGTH = 2;', 'const MIN_SEARCH_TEXT_LENGTH = 1;'],
  [
    'export { PickerElement as default, rescueElementPrototype };',
    'globalThis.bellhop.EmojiPicker = PickerElement;',
  ],
] as const

/** Told in what is served: it is under Apache-2.0, and not as its authors wrote it. */
export const PICKER_NOTICE =
  '/*! emoji-picker-element, (c) Nolan Lawson, Apache-2.0, changed: /static/emoji-picker-LICENSE.txt */\n'

/** The package's script for our pages. Throws for one of another release that is written otherwise. */
export const fitPicker = (script: string): string =>
  changes.reduce((text, [from, to]) => {
    if (text.split(from).length !== 2) throw new Error(`the emoji picker has not once: ${from}`)
    return text.replace(from, () => to)
  }, script)

const sources: Record<Language, string> = { en: english, zh: chinese }

const emojiOfPackage = z.array(
  z.looseObject({
    emoji: z.string(),
    group: z.number(),
    order: z.number(),
    version: z.number(),
    annotation: z.string(),
    skins: z
      .array(
        z.object({
          emoji: z.string(),
          version: z.number(),
          tone: z.union([z.number(), z.array(z.number())]),
        }),
      )
      .optional(),
  }),
)

/** Skin and hair alone. */
const COMPONENTS = 2

/** One as the picker shows it; `words` is what it is found by, in small letters. */
const shownAs = (each: z.infer<typeof emojiOfPackage>[number]) => ({
  ...{ unicode: each.emoji, group: each.group, version: each.version },
  annotation: each.annotation,
  // All that is said of it: what it is called, what it goes with, how it is typed, itself.
  words: Object.values(each)
    .flat()
    .filter((word) => typeof word === 'string')
    .join(' ')
    .toLowerCase(),
  // Of two people the picker knows no skins.
  skins: each.skins?.flatMap(({ emoji: unicode, version, tone }) =>
    typeof tone === 'number' ? [{ unicode, version, tone }] : [],
  ),
})

/** Every emoji in the words of a language and in Unicode's order, and what the picker itself says. */
const dataOf = async (language: Language): Promise<string> => {
  const all = emojiOfPackage.parse(await Bun.file(sources[language]).json())
  const shown = all
    .filter(({ group }) => group !== COMPONENTS)
    .toSorted((one, two) => one.order - two.order)
  return JSON.stringify({ words: words[language].picker, emoji: shown.map(shownAs) })
}

const made = new Map<Language, Promise<string>>()

/** The same, made once in a process. */
export const emojiData = (language: Language): Promise<string> => {
  const data = made.get(language) ?? dataOf(language)
  made.set(language, data)
  return data
}
