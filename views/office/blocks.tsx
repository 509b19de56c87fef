import ban from 'lucide-static/icons/ban.svg' with { type: 'text' }
import type { Block } from '../../actors/block'
import { Act, Button } from '../parts/button'
import { Empty } from '../parts/empty'
import { TextField } from '../parts/fields/field'
import { drawn } from '../parts/icon'
import { Chip } from '../parts/marks'
import { paths } from '../paths'
import { briefTime, exactTime, sentenceFor } from '../words'
import { blocks } from '../words/blocks'
import { punctuation } from '../words/punctuation'
import { visitorName } from '../workbench/name'
import type { MenuEntry, OfficeContext } from './context'
import { OfficeFrame } from './frame'
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

/** As it is listed: whether it keeps anybody out now, and what its visitor is called, if it has one. */
export type BlockLine = Block & { inForce: boolean; visitorName: string }

type Page = OfficeContext & { list: readonly BlockLine[] }

/** Who is kept out and who was, newest first; and a form for a network. */
export const BlocksPage = ({ list, ...context }: Page) => {
  const words = blocks[context.language]
  const inForce = list.filter((block) => block.inForce).length
  return (
    <OfficeFrame
      {...context}
      title={words.title}
      aside={<span class="aside">{words.count(inForce)}</span>}
    >
      {list.length === 0 && <Empty icon="ban" title={words.empty} hint={words.emptyHint} />}
      {list.length > 0 && (
        <ul class="office-rows block-rows panel">
          {list.map((block) => (
            <Row {...context} block={block} />
          ))}
        </ul>
      )}
      <Create {...context} />
    </OfficeFrame>
  )
}

const Row = ({ block, language, now, zone }: OfficeContext & { block: BlockLine }) => {
  const words = blocks[language]
  const { scope, value, reason, byName, at, visitor, visitorName: named } = block
  const name = visitor && visitorName({ visitor, visitorName: named }, language)
  const whom = scope === 'visitor' && name ? name : value
  return (
    <li class="office-row">
      <span class="office-row-text">
        <span class="office-row-name">
          {block.conversation === null ? (
            <bdi>{whom}</bdi>
          ) : (
            <a href={paths.workbench.conversation(block.conversation)}>
              <bdi>{whom}</bdi>
            </a>
          )}
          <Chip>{words.scopes[scope]}</Chip>
        </span>{' '}
        <small>
          {name && scope !== 'visitor' && <bdi>{name}</bdi>}
          {name && scope !== 'visitor' && punctuation[language].between}
          {reason && <bdi>{reason}</bdi>}
          {reason && punctuation[language].between}
          {words.by(byName, briefTime(at, now, zone, language))}
        </small>
      </span>{' '}
      <span class="office-row-end">{endOf(block, { words, now, zone, language })}</span>
      {block.inForce && (
        <Act action={blockPaths.lift(block.id)}>
          {words.lift}
          <span class="sr"> {whom}</span>
        </Act>
      )}
    </li>
  )
}

type EndProps = Pick<OfficeContext, 'now' | 'zone' | 'language'> & { words: (typeof blocks)['en'] }

/** Until when it holds, or why it holds no longer. */
const endOf = ({ until, liftedAt, liftedBy }: Block, { words, now, zone, language }: EndProps) => {
  if (liftedAt !== null) return words.liftedBy(liftedBy ?? '')
  if (until === null) return words.forever
  return until <= now ? words.over : words.until(exactTime(until, now, zone, language))
}

const Create = ({ language, refused }: OfficeContext) => {
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
