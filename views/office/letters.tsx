import envelope from 'lucide-static/icons/mail.svg' with { type: 'text' }
import type { LetterKind, LetterStage } from '../../actors/letter'
import { Act, Button } from '../parts/button'
import { TextField } from '../parts/fields/field'
import { drawn } from '../parts/icon'
import { Chip } from '../parts/marks'
import { When } from '../parts/time'
import { paths } from '../paths'
import { sentenceFor } from '../words'
import type { Language } from '../words/language'
import { officeLetters } from '../words/office-letters'
import type { MenuEntry, OfficeContext } from './context'
import type { ListAsk, ListRows } from './list/ask'
import type { List } from './list/list'
import { ListPage } from './list/page'
import { Panel } from './panel'
import { FormRefused } from './refused'

export const letterPaths = {
  list: paths.office.of('mail'),
  trial: paths.office.of('mail', 'trial'),
  resend: (id: string) => paths.office.of('mail', id, 'resending'),
  drop: (id: string) => paths.office.of('mail', id, 'dropping'),
} as const

export const lettersInMenu = {
  path: letterPaths.list,
  group: 'system',
  icon: drawn(envelope),
  words: officeLetters,
} satisfies MenuEntry

/** A mail as it is listed; times in ms UTC. */
export type LetterLine = {
  id: string
  at: number
  stage: LetterStage
  kind: LetterKind
  to: string
  subject: string
  tries: number
  problem: string
  /** When it is tried again; null where it is not. */
  next: number | null
}

const tones: Partial<Record<LetterStage, 'ok' | 'warn' | 'bad'>> = {
  ...{ sent: 'ok', retrying: 'warn', dead: 'bad' },
}
/** What is to be done about it by hand. */
const RESENT: readonly LetterStage[] = ['retrying', 'dead', 'dropped']
const DROPPED: readonly LetterStage[] = ['queued', 'retrying']

const columnOf = (key: keyof (typeof officeLetters)['en']['columns']) => ({
  key,
  label: (language: Language) => officeLetters[language].columns[key],
})

export const letterList: List<LetterLine> = {
  ...{ path: letterPaths.list, menu: lettersInMenu, usual: { sort: 'at', descending: true } },
  columns: [
    {
      ...{ ...columnOf('at'), sortable: true },
      cell: ({ at }, look) => <When at={at} {...lookOf(look)} />,
      value: ({ at }) => new Date(at).toISOString(),
    },
    {
      ...columnOf('stage'),
      cell: (line, { language }) => (
        <span class="letter-stage">
          <Chip tone={tones[line.stage] ?? 'plain'}>
            {officeLetters[language].stages[line.stage]}
          </Chip>
          <Acts {...line} language={language} />
        </span>
      ),
      value: ({ stage }) => stage,
    },
    {
      ...columnOf('kind'),
      cell: ({ kind }, { language }) => officeLetters[language].kinds[kind],
      value: ({ kind }) => kind,
    },
    {
      ...columnOf('to'),
      cell: ({ to }) => <bdi class="letter-line">{to}</bdi>,
      value: ({ to }) => to,
    },
    {
      ...columnOf('subject'),
      cell: ({ subject }) => <bdi class="letter-line">{subject}</bdi>,
      value: ({ subject }) => subject,
    },
    {
      ...{ ...columnOf('tries'), figure: true },
      cell: ({ tries }) => tries,
      value: ({ tries }) => tries,
    },
    {
      ...columnOf('problem'),
      cell: ({ problem }, { language }) => officeLetters[language].faults[problem] ?? problem,
      value: ({ problem }) => problem,
    },
    {
      ...columnOf('next'),
      cell: ({ next }, look) => next !== null && <When at={next} {...lookOf(look)} />,
      value: ({ next }) => (next === null ? null : new Date(next).toISOString()),
    },
    // By which programs name one.
    { key: 'id', label: () => 'id', value: ({ id }) => id },
  ],
  filters: [
    { key: 'stage', label: (language) => officeLetters[language].filters.stage, is: 'choice' },
    { key: 'kind', label: (language) => officeLetters[language].filters.kind, is: 'choice' },
    { key: 'from', label: (language) => officeLetters[language].filters.from, is: 'from' },
    { key: 'to', label: (language) => officeLetters[language].filters.to, is: 'to' },
  ],
  searches: (language) => officeLetters[language].search,
}

const lookOf = ({ now, zone, language }: OfficeContext) => ({ now, zone, language })

const Acts = ({ id, stage, subject, kind, language }: LetterLine & { language: Language }) => {
  const words = officeLetters[language]
  const what = <span class="sr">{words.of(subject || words.kinds[kind])}</span>
  return (
    <>
      {RESENT.includes(stage) && (
        <Act action={letterPaths.resend(id)} tone="quiet">
          {words.resend}
          {what}
        </Act>
      )}
      {DROPPED.includes(stage) && (
        <Act action={letterPaths.drop(id)} tone="quiet">
          {words.drop}
          {what}
        </Act>
      )}
    </>
  )
}

/** By what mail goes out: a server, or a folder of the machine. */
export type LetterWay = { host: string; from: string } | { folder: string }

type Page = OfficeContext & {
  ask: ListAsk
  found: ListRows<LetterLine>
  stages: readonly LetterStage[]
  kinds: readonly LetterKind[]
  way: LetterWay
  /** Of who reads: where a test goes unless they say otherwise. */
  email: string
}

/** What the desk mailed and has still to mail, newest first. */
export const LettersPage = ({ stages, kinds, way, email, ...page }: Page) => {
  const { language, refused } = page
  const words = officeLetters[language]
  const again = refused?.form === 'trial' ? refused : undefined
  const how = 'folder' in way ? words.outbox(way.folder) : words.by(way.host, way.from)
  return (
    <ListPage
      {...page}
      list={letterList}
      choices={{
        stage: stages.map((value) => ({ value, label: words.stages[value] })),
        kind: kinds.map((value) => ({ value, label: words.kinds[value] })),
      }}
      lead={words.lead(how)}
      empty={{ icon: 'mailCheck', title: words.empty, hint: words.emptyHint }}
    >
      {refused && !again && (
        <p class="form-problem" role="alert">
          {sentenceFor(refused.problem, language)}
        </p>
      )}
      <Panel id="trial" title={words.trial} hint={words.trialHint}>
        <form method="post" action={letterPaths.trial} class="stack">
          <FormRefused refused={refused} form="trial" language={language} />
          <TextField
            name="email"
            type="email"
            label={words.trialTo}
            autocomplete="email"
            required
            value={again?.typed.email ?? email}
            problem={
              again?.problem.field === 'email' ? sentenceFor(again.problem, language) : undefined
            }
            autofocus={again !== undefined}
          />
          <div class="actions">
            <Button tone="primary">{words.trialDo}</Button>
          </div>
        </form>
      </Panel>
    </ListPage>
  )
}
