import type { ConversationRow } from '../../actors/summary'
import type { PageContext } from '../page-context'
import { Avatar } from '../parts/avatar'
import { Button } from '../parts/button'
import { DeskSheet } from '../parts/desk-sheet'
import { Empty } from '../parts/empty'
import { FormProblem } from '../parts/fields/field'
import { SeqField } from '../parts/fields/seq-field'
import { Chip } from '../parts/marks'
import type { Me } from '../parts/me-menu'
import { When } from '../parts/time'
import { paths } from '../paths'
import { wordsIn } from '../words'
import { merging } from '../words/merging'
import { visitorName } from './name'

/** One to be merged with; `comes` says that it comes into the one that is open, else that goes on in it. */
export type MergeChoice = ConversationRow & {
  comes: boolean
  /** Its newest line, and what was said last: words, or a file without any. */
  lastSeq: number
  preview: string
  previewFile?: { name: string }
}

export type MergeChoices = {
  /** Of the same visitor. */
  own: readonly MergeChoice[]
  /** That were searched for, without these. */
  found: readonly MergeChoice[]
  isSearched: boolean
}

export type MergePageProps = PageContext &
  MergeChoices & {
    reader: Me
    conversation: ConversationRow
    /** Its newest line. */
    seq: number
    /** What was searched for, and why it could not be. */
    q: string
    problem?: string
  }

/** With which conversation one shall be made one: its visitor's own, or any that is found. */
export const MergePage = (props: MergePageProps) => {
  const { conversation, own, found, isSearched, q, problem, ...page } = props
  const words = merging[page.language]
  const name = visitorName(conversation, page.language)
  return (
    <DeskSheet
      {...page}
      title={words.title}
      kind="merge-page"
      back={{ path: paths.workbench.conversation(conversation.id), name }}
    >
      <h1>{words.title}</h1>
      <p class="lead">{words.lead(name)}</p>
      <section aria-labelledby="merge-own">
        <h2 id="merge-own">{words.own}</h2>
        {own.length === 0 ? <p class="hint">{words.noneOwn}</p> : <List {...props} rows={own} />}
      </section>
      <section aria-labelledby="merge-found">
        <h2 id="merge-found">{words.others}</h2>
        <search>
          <form
            method="get"
            action={paths.workbench.merge(conversation.id)}
            class="field office-search"
          >
            <input type="search" name="q" value={q} aria-label={words.searchLabel} dir="auto" />
            <Button>{words.search}</Button>
          </form>
        </search>
        <FormProblem says={problem} />
        {isSearched && found.length === 0 && (
          <Empty icon="searchX" title={words.none} hint={words.noneHint} />
        )}
        {found.length > 0 && <List {...props} rows={found} />}
      </section>
    </DeskSheet>
  )
}

const List = ({ rows, ...props }: MergePageProps & { rows: readonly MergeChoice[] }) => (
  <ul class="merge-choices">
    {rows.map((row) => (
      <Choice {...props} row={row} />
    ))}
  </ul>
)

const Choice = ({ row, conversation, seq, language, now, zone }: MergePageProps & Chosen) => {
  const words = merging[language]
  const { workbench } = wordsIn(language)
  const name = visitorName(row, language)
  const [from, into] = row.comes ? [row.id, conversation.id] : [conversation.id, row.id]
  return (
    <li>
      <Avatar id={row.visitor} name={row.visitorName} />
      <p>
        <a href={paths.workbench.conversation(row.id)}>
          <bdi>{name}</bdi>
        </a>{' '}
        <Chip tone={row.comes ? undefined : 'brand'}>{workbench.states[row.state]}</Chip>{' '}
        <When at={row.openedAt} now={now} zone={zone} language={language} />{' '}
        <bdi class="merge-says">{row.preview || row.previewFile?.name}</bdi>
      </p>
      <form method="post" action={paths.workbench.merge(from)}>
        <input type="hidden" name="into" value={into} />
        <SeqField seq={row.comes ? row.lastSeq : seq} />
        <Button>
          {row.comes ? words.bring : words.goOn}
          <span class="sr"> {name}</span>
        </Button>
      </form>
    </li>
  )
}
type Chosen = { row: MergeChoice }
