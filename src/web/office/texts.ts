import { Problem } from '../../../actors/problem'
import { rulesOf } from '../../../actors/text/form-rules'
import type { TextList } from '../../../views/office/texts/lines'
import { TextsPage, textsInMenu } from '../../../views/office/texts/list'
import { TextPage } from '../../../views/office/texts/one'
import { textPaths } from '../../../views/office/texts/paths'
import { languages } from '../../../views/words/language'
import { allForms, visitorText } from '../../../views/words/visitor-texts'
import { changeText, resetText } from '../../commands/texts/change'
import { textForm } from '../../commands/texts/form'
import { csvHead, csvType, inCsv } from '../../reads/csv'
import { readText, readTexts, type TextsWanted, textRows } from '../../reads/office-texts'
import type { Ask, WebContext } from '../context'
import { known } from '../gate/accept-language'
import { staff } from '../person'
import { type Asked, type Route, route } from '../route'
import { officePage } from './page'
import { previewText } from './text-preview'

/** Code points of a question that are looked at. */
const QUESTION = 200
const permission = 'texts.manage'
const WORD = ':word'

const wantedBy = (c: Ask): TextsWanted => ({
  language: known(c.req.query('in')) ?? c.get('look').language,
  q: (c.req.query('q') ?? '').trim().slice(0, QUESTION),
  changedOnly: (c.req.query('changed') ?? '') !== '',
})

const told = ({ lines, ...list }: TextList) => ({ ...list, texts: textRows(lines) })

const list = officePage({
  ...{ path: textPaths.list, permission, menu: textsInMenu, told },
  find: wantedBy,
  read: ({ desk }, wanted) => readTexts(desk.store, wanted),
  draw: (list, context) => TextsPage({ ...context, list }),
})

const showJson = route({
  ...{ method: 'GET', path: `${textPaths.list}.json`, permission },
  show: async (c, { desk }) => c.json(told(await readTexts(desk.store, wantedBy(c)))),
})

const showCsv = route({
  ...{ method: 'GET', path: `${textPaths.list}.csv`, permission },
  show: async (c, { desk }) => {
    const rows = textRows((await readTexts(desk.store, wantedBy(c))).lines)
    const cells = rows.map((row) => {
      const told = { ...row, gaps: row.gaps.join(' ') }
      return columns.map((column) => told[column])
    })
    return c.body(csvHead(columns) + inCsv(cells), 200, {
      'Content-Type': csvType,
      'Content-Disposition': 'attachment; filename="texts.csv"',
    })
  },
})
const columns = [
  ...(['language', 'key', 'group', 'text', 'built_in', 'changed', 'gaps', 'limit'] as const),
]

const wordIn = (c: Ask): string => c.req.param('word') ?? ''

const one = officePage({
  ...{ path: textPaths.one(WORD), permission, menu: textsInMenu },
  find: async (c, { desk }) =>
    (await readText(desk.store, wordIn(c))) ?? new Problem('missing', 'missing'),
  // What was just written is read anew.
  read: async ({ desk }, { lines: [line] }) =>
    (await readText(desk.store, line?.word ?? '')) ?? { lines: [] },
  draw: ({ lines }, context) => TextPage({ ...context, lines }),
  told: ({ lines }) => ({ texts: textRows(lines), versions: versionsOf(lines) }),
})

const versionsOf = (lines: readonly { language: string; version: string }[]) =>
  Object.fromEntries(lines.map(({ language, version }) => [language, version]))

/** Here it is so when the answer goes; the other nodes look by themselves. */
const afterwards = async <Outcome>({ reads }: WebContext, outcome: Promise<Outcome>) => {
  const done = await outcome
  await reads.texts.load()
  return done
}

const to = ({ c }: Asked<unknown>) => textPaths.one(wordIn(c))

/** What is done to the text of one language; there is no other than the languages of the desk. */
const verbsOf = (language: (typeof languages)[number]): Route[] => {
  const refOf = (c: Ask) => {
    const text = visitorText(language, wordIn(c))
    return text && { language, word: text.word, rules: rulesOf(text.forms) }
  }
  const missing = new Problem('missing', 'missing')
  return [
    one.verb({
      ...{ path: textPaths.change(WORD, language), name: language, said: 'saved', to },
      form: textForm(allForms),
      run: ({ c, web, input }) => {
        const text = refOf(c)
        return text ? afterwards(web, changeText(web.desk, text, input, staff(c))) : missing
      },
    }),
    one.verb({
      ...{ path: textPaths.reset(WORD, language), name: language, said: 'reset', to },
      form: textForm(allForms),
      run: ({ c, web, input }) => {
        const text = refOf(c)
        return text ? afterwards(web, resetText(web.desk, text, input, staff(c))) : missing
      },
    }),
    route({
      ...{ method: 'GET', path: textPaths.preview(WORD, language), permission, framed: true },
      show: (c, web) => previewText(c, web, visitorText(language, wordIn(c))),
    }),
  ]
}

/** Everything that visitors read, and how it is said otherwise. */
export const textRoutes: readonly Route[] = [
  ...[list.show, showJson, showCsv, one.show],
  ...languages.flatMap(verbsOf),
]
