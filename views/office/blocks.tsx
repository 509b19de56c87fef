import ban from 'lucide-static/icons/ban.svg' with { type: 'text' }
import type { Block, BlockScope } from '../../actors/block'
import { Act, Button } from '../parts/button'
import { TextField } from '../parts/fields/field'
import { drawn } from '../parts/icon'
import { Chip } from '../parts/marks'
import { When } from '../parts/time'
import { paths } from '../paths'
import { exactTime, sentenceFor } from '../words'
import { blocks } from '../words/blocks'
import type { Language } from '../words/language'
import { visitorName } from '../workbench/name'
import type { MenuEntry, OfficeContext } from './context'
import type { ListAsk, ListRows } from './list/ask'
import type { List } from './list/list'
import { ListPage } from './list/page'
import { Panel } from './panel'

export const blockPaths = {
  list: paths.office.of('blocks'),
  lift: (id: string) => paths.office.of('blocks', id, 'lift'),
} as const

export const blocksInMenu = {
  group: 'today',
  path: blockPaths.list,
  icon: drawn(ban),
  words: blocks,
} satisfies MenuEntry

/** As it is listed: whether it holds, and what its visitor is called, if it has one. */
export type BlockLine = Block & { state: 'inForce' | 'over' | 'lifted'; visitorName: string }

const columnOf = (key: keyof (typeof blocks)['en']['columns']) => ({
  key,
  label: (language: Language) => blocks[language].columns[key],
})
const lookOf = ({ now, zone, language }: OfficeContext) => ({ now, zone, language })
const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString())

export const blockList: List<BlockLine> = {
  ...{ path: blockPaths.list, menu: blocksInMenu, usual: { sort: 'at', descending: true } },
  searches: (language) => blocks[language].searches,
  columns: [
    {
      ...{ ...columnOf('whom'), sortable: true },
      cell: (block, context) => <Whom {...context} block={block} />,
      value: ({ visitorName, value }) => visitorName || value,
    },
    { ...columnOf('scope'), value: ({ scope }) => scope },
    { key: 'value', label: () => 'value', value: ({ value }) => value },
    {
      ...columnOf('state'),
      cell: (block, context) => <State {...context} block={block} />,
      value: ({ state }) => state,
    },
    {
      ...{ ...columnOf('until'), sortable: true },
      cell: (block, context) => endOf(block, context),
      value: ({ until }) => iso(until),
    },
    {
      ...columnOf('reason'),
      cell: ({ reason }) => <bdi class="block-reason">{reason}</bdi>,
      value: ({ reason }) => reason,
    },
    { ...columnOf('by'), cell: ({ byName }) => <bdi>{byName}</bdi>, value: ({ byName }) => byName },
    {
      ...{ ...columnOf('at'), sortable: true },
      cell: ({ at }, context) => <When at={at} {...lookOf(context)} />,
      value: ({ at }) => iso(at),
    },
    { key: 'lifted_at', label: () => 'lifted_at', value: ({ liftedAt }) => iso(liftedAt) },
    { key: 'lifted_by', label: () => 'lifted_by', value: ({ liftedBy }) => liftedBy },
    { key: 'conversation', label: () => 'conversation', value: ({ conversation }) => conversation },
    // By which programs name one.
    { key: 'id', label: () => 'id', value: ({ id }) => id },
  ],
  filters: [
    { ...columnOf('state'), is: 'choice' },
    { ...columnOf('scope'), is: 'choice' },
    { key: 'from', label: (language) => blocks[language].filters.from, is: 'from' },
    { key: 'to', label: (language) => blocks[language].filters.to, is: 'to' },
  ],
}

const whomOf = ({ scope, value, visitor, visitorName: name }: BlockLine, language: Language) =>
  scope === 'visitor' && visitor ? visitorName({ visitor, visitorName: name }, language) : value

type OneProps = OfficeContext & { block: BlockLine }

const Whom = ({ block, language }: OneProps) => {
  const { scope, conversation, visitorName: name } = block
  const whom = <bdi>{whomOf(block, language)}</bdi>
  return (
    <span class="block-whom">
      {conversation === null ? (
        whom
      ) : (
        <a href={paths.workbench.conversation(conversation)}>{whom}</a>
      )}{' '}
      <Chip>{blocks[language].scopes[scope]}</Chip>
      {name && scope !== 'visitor' && (
        <small>
          <bdi>{name}</bdi>
        </small>
      )}
    </span>
  )
}

const State = ({ block, language }: OneProps) => {
  const words = blocks[language]
  return (
    <span class="letter-stage">
      <Chip tone={block.state === 'inForce' ? 'bad' : 'plain'}>{words.states[block.state]}</Chip>
      {block.state === 'inForce' && (
        <Act action={blockPaths.lift(block.id)} tone="quiet">
          {words.lift}
          <span class="sr"> {whomOf(block, language)}</span>
        </Act>
      )}
    </span>
  )
}

/** Until when it holds, or why it holds no longer. */
const endOf = ({ until, liftedAt, liftedBy }: Block, { now, zone, language }: OfficeContext) => {
  const words = blocks[language]
  if (liftedAt !== null) return words.liftedBy(liftedBy ?? '')
  if (until === null) return words.forever
  return until <= now ? words.over : words.until(exactTime(until, now, zone, language))
}

type Page = OfficeContext & { ask: ListAsk; found: ListRows<BlockLine>; inForce: number }

/** Who is kept out and who was; and a form for a network. */
export const BlocksPage = ({ inForce, ...page }: Page) => {
  const words = blocks[page.language]
  const choices = {
    state: (['inForce', 'over', 'lifted'] as const).map((value) => ({
      value,
      label: words.states[value],
    })),
    scope: (Object.keys(words.scopes) as BlockScope[]).map((value) => ({
      value,
      label: words.scopes[value],
    })),
  }
  return (
    <ListPage
      {...page}
      list={blockList}
      choices={choices}
      lead={words.count(inForce)}
      empty={{ icon: 'ban', title: words.empty, hint: words.emptyHint }}
    >
      <Create {...page} />
    </ListPage>
  )
}

const Create = ({ language, refused }: Pick<Page, 'language' | 'refused'>) => {
  const words = blocks[language]
  const again = refused?.form === 'creation' ? refused : undefined
  const says = (field: string) =>
    again?.problem.field === field ? sentenceFor(again.problem, language) : undefined
  return (
    <Panel id="new" title={words.create} hint={words.createHint}>
      <form method="post" action={blockPaths.list} class="stack">
        <TextField
          name="network"
          label={words.network}
          hint={words.networkHint}
          required
          autocomplete="off"
          value={again?.typed.network}
          problem={says('network')}
          autofocus={again !== undefined}
        />
        <TextField
          name="for"
          label={words.lasts}
          hint={words.lastsHint}
          autocomplete="off"
          value={again?.typed.for}
          problem={says('for')}
        />
        <TextField
          name="reason"
          label={words.reason}
          hint={words.reasonHint}
          autocomplete="off"
          value={again?.typed.reason}
          problem={says('reason')}
        />
        <div class="actions">
          <Button tone="danger">{words.createDo}</Button>
        </div>
      </form>
    </Panel>
  )
}
