import { type Command, Option } from 'commander'
import { Problem } from '../../actors/problem'
import { ONLY_FORM } from '../../actors/text/phrase'
import { sentenceFor } from '../../views/words'
import { type Language, languages } from '../../views/words/language'
import { visitorText } from '../../views/words/visitor-texts'
import { readTexts, type TextRow, textRows } from '../reads/office-texts'
import { CliError } from './cli-error'
import { deskOf, type Place, withData } from './options'
import { type Form, type Listing, show, tell, withJson } from './output'
import { sendToDesk } from './send-to-desk'
import type { Cli } from './terminal'

/** Every form of every text. */
const listing: Listing<TextRow> = {
  read: async (store) => {
    const lists = languages.map((language) =>
      readTexts(store, { language, q: '', changedOnly: false }),
    )
    return (await Promise.all(lists)).flatMap(({ lines }) => textRows(lines))
  },
  columns: {
    language: ({ language }) => language,
    key: ({ key }) => key,
    text: ({ text }) => text,
    'built in': ({ changed, built_in }) => (changed ? built_in : ''),
  },
}

type Flags = Place & Form & { language: Language }
type Narrowed = Place & Form & { language?: Language; changed?: true; find?: string }

/** The text of a key, and which form of it is meant; undefined where all of them are. */
const textAt = (language: Language, key: string) => {
  const whole = visitorText(language, key)
  if (whole) return { word: key, form: undefined, forms: Object.keys(whole.forms) }
  const dot = key.lastIndexOf('.')
  const [word, form] = [key.slice(0, dot), key.slice(dot + 1)]
  const text = visitorText(language, word)
  if (!text || !Object.hasOwn(text.forms, form))
    throw refused(new Problem('missing', 'wordUnknown', { values: { word: key } }))
  return { word, form, forms: Object.keys(text.forms) }
}

const refused = (problem: Problem) => new CliError(sentenceFor(problem, 'en'))

const inLanguage = () =>
  new Option('--language <language>', 'which language').choices([...languages]).default('en')

const moreOfSet = `
KEY is as \`text list\` names it. What stands in {{…}} there stands for what is only known when it is
read, and must stay. Works while the desk is open and while it is closed.`

export const addTexts = (program: Command, cli: Cli) => {
  const group = program.command('text').description('what visitors read, in each language')
  withJson(withData(group.command('list')))
    .description('every text that visitors read')
    .addOption(new Option('--language <language>', 'in one language').choices([...languages]))
    .option('--changed', 'only what is not as it is built in')
    .option('--find <words>', 'only what has these words in it')
    .action(async ({ language, changed, find = '', ...flags }: Narrowed) => {
      const sought = find.toLowerCase()
      const isAsked = (row: TextRow) =>
        (language === undefined || row.language === language) &&
        (!changed || row.changed) &&
        [row.key, row.text, row.built_in].some((each) => each.toLowerCase().includes(sought))
      await show(cli, flags, listing, isAsked)
    })
  withJson(withData(group.command('set')))
    .description('say a text otherwise')
    .argument('<key>', 'which text')
    .argument('<words>', 'what it says from now on')
    .addOption(inLanguage())
    .addHelpText('after', moreOfSet)
    .action(async (key: string, words: string, flags: Flags) => {
      const { word, form, forms } = textAt(flags.language, key)
      if (form === undefined && forms.length > 1) throw refused(noneOf(key, forms))
      await change(cli, flags, key, { word, fields: { [form ?? ONLY_FORM]: words } })
    })
  withJson(withData(group.command('reset')))
    .description('say a text as it is built in again')
    .argument('<key>', 'which text')
    .addOption(inLanguage())
    .action(async (key: string, flags: Flags) => {
      const { word, form, forms } = textAt(flags.language, key)
      const built = visitorText(flags.language, word)?.forms ?? {}
      const all = form === undefined ? forms : [form]
      const fields = Object.fromEntries(all.map((each) => [each, built[each] ?? '']))
      await change(cli, flags, key, { word, fields })
    })
}

const noneOf = (key: string, forms: readonly string[]): Problem =>
  new Problem('invalid', 'formUnknown', {
    values: { forms: forms.map((form) => `${key}.${form}`).join(', ') },
  })

type Change = { word: string; fields: Readonly<Record<string, string>> }

const change = async (cli: Cli, flags: Flags, key: string, { word, fields }: Change) => {
  const { language } = flags
  await sendToDesk(cli, deskOf(cli, flags), {
    do: 'text change',
    input: { language, word, fields },
  })
  const isIt = (row: TextRow) =>
    row.language === language && (row.key === key || row.key.startsWith(`${word}.`))
  await tell(cli, flags, listing, {
    isIt: (row) => isIt(row) && (row.key === key || Object.keys(fields).length > 1),
    words: (row) => [`${key} (${language}): ${row?.text ?? ''}`],
  })
}
