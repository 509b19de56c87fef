import type { Piece } from '../../actors/search/match'
import { Layout } from '../layout'
import type { VisitorContext } from '../page-context'
import { Act, Button, LinkButton } from '../parts/button'
import { Empty } from '../parts/empty'
import { Chip, Stars } from '../parts/marks'
import { LanguageSwitch } from '../parts/switches'
import { When } from '../parts/time'
import { paths } from '../paths'
import { leaveScripts, plainScripts } from '../scripts'
import { wordsIn } from '../words'
import { type Previewed, previewOf } from '../words/files'

const { customers: at } = paths

/** One conversation of a customer. */
export type MineLine = Previewed & {
  id: string
  /** When it ended, or began where it is open, ms UTC. */
  at: number
  isOpen: boolean
  /** It is the one that goes on on their chat page. */
  isCurrent: boolean
  /** Who helped; empty where nobody did. */
  agentName: string
  stars: number | null
}

/** One that has what was searched for, with the first place. */
export type MineFound = Omit<MineLine, keyof Previewed> & {
  pieces: readonly Piece[]
  /** Who said it; empty for themselves. */
  by: string
  /** Places in it beside that one. */
  others: number
}

/**
 * Whose words this browser may keep that are theirs: each conversation of theirs is one, and so is the form
 * before one.
 */
export type WordsOf = { wordsOf?: readonly string[] }

export type MineProps = VisitorContext &
  WordsOf & {
    name: string
    email: string
    lines: readonly MineLine[]
    /** What was searched for, and what has it; undefined where nothing was. */
    search?: { q: string; found: readonly MineFound[] }
    /** Where it goes on; null where these are all. */
    older: string | null
    /** These are not the newest. */
    isFurther: boolean
  }

/** A customer's own conversations, newest first, and what was searched for in them. */
export const MinePage = (props: MineProps) => {
  const { name, email, lines, search, older, isFurther, wordsOf = [], ...look } = props
  const words = wordsIn(look.language).customers.mine
  const isTalking = lines.some(({ isCurrent, isOpen }) => isCurrent && isOpen)
  return (
    <Layout
      {...look}
      title={words.title}
      kind="plain"
      scripts={[...plainScripts, ...leaveScripts]}
      clock={look.zone}
    >
      <main class="past mine" data-words-of={wordsOf.join(' ')}>
        <header class="past-head">
          <h1>{words.title}</h1>
          <LanguageSwitch {...look} />
        </header>
        <div class="mine-who">
          <p>
            <bdi title={email}>{words.hello(name)}</bdi>
          </p>
          <a href={at.account}>{words.account}</a>
          <Act action={at.signOut} tone="quiet">
            {words.signOut}
          </Act>
        </div>
        <search>
          <form method="get" action={at.page} class="mine-search field">
            <input
              type="search"
              name="q"
              value={search?.q ?? ''}
              aria-label={words.search}
              dir="auto"
            />
            <Button icon="search">{words.searchDo}</Button>
          </form>
        </search>
        {search ? (
          <Found {...look} found={search.found} isAll={older === null} />
        ) : (
          <Lines {...look} lines={lines} />
        )}
        <div class="actions">
          {older && <LinkButton href={older}>{search ? words.further : words.more}</LinkButton>}
          {search && <LinkButton href={at.page}>{words.all}</LinkButton>}
          {isFurther && !search && <LinkButton href={at.page}>{words.newest}</LinkButton>}
          <LinkButton href={paths.chat.page} tone="primary" icon="messagesSquare">
            {isTalking ? words.toChat : words.begin}
          </LinkButton>
        </div>
      </main>
    </Layout>
  )
}

const addressOf = ({ id, isCurrent }: Pick<MineLine, 'id' | 'isCurrent'>): string =>
  isCurrent ? paths.chat.page : paths.chat.pastOne(id)

const Lines = ({ lines, ...look }: VisitorContext & { lines: readonly MineLine[] }) => {
  const words = wordsIn(look.language).customers.mine
  if (lines.length === 0)
    return <Empty icon="messagesSquare" title={words.empty} hint={words.emptyHint} />
  return (
    <ul class="past-list">
      {lines.map((line) => (
        <li>
          <a class="past-line" href={addressOf(line)}>
            <Head {...look} line={line} />{' '}
            <bdi class="past-words">{previewOf(line, wordsIn(look.language).files)}</bdi>{' '}
            <WhoHelped {...look} line={line} />
          </a>
        </li>
      ))}
    </ul>
  )
}

type FoundProps = VisitorContext & {
  found: readonly MineFound[]
  /** No chat is left that was not looked through. */
  isAll: boolean
}

const Found = ({ found, isAll, ...look }: FoundProps) => {
  const words = wordsIn(look.language).customers.mine
  if (found.length === 0)
    return (
      <Empty
        icon="search"
        title={isAll ? words.nothing : words.nothingYet}
        hint={isAll ? words.nothingHint : words.nothingYetHint}
      />
    )
  return (
    <ul class="past-list">
      {found.map((line) => (
        <li>
          <a class="past-line" href={addressOf(line)}>
            <Head {...look} line={line} />{' '}
            <b class="past-words">
              <bdi>{line.by === '' ? words.you : line.by}</bdi>
            </b>{' '}
            <span class="mine-found">
              <bdi>
                {line.pieces.map(({ text, found }) => (found ? <mark>{text}</mark> : text))}
              </bdi>{' '}
              {line.others > 0 && <small>{words.others(line.others)}</small>}
            </span>{' '}
            <WhoHelped {...look} line={line} />
          </a>
        </li>
      ))}
    </ul>
  )
}

type Line = VisitorContext & { line: Pick<MineLine, 'at' | 'isOpen' | 'agentName' | 'stars'> }

const Head = ({ line: { at, isOpen }, ...look }: Line) => {
  const words = wordsIn(look.language).customers.mine
  return (
    <span class="past-when">
      <Chip tone={isOpen ? 'ok' : 'plain'}>{isOpen ? words.open : words.closed}</Chip>{' '}
      <When at={at} {...look} />
    </span>
  )
}

const WhoHelped = ({ line: { agentName, stars }, ...look }: Line) => {
  const words = wordsIn(look.language)
  return (
    <small>
      {agentName !== '' && <bdi>{words.past.with(agentName)}</bdi>}{' '}
      {stars !== null && <Stars stars={stars} label={words.common.stars(stars)} />}
    </small>
  )
}
