import { Layout } from '../layout'
import type { VisitorContext } from '../page-context'
import { LinkButton } from '../parts/button'
import { Empty } from '../parts/empty'
import { Stars } from '../parts/marks'
import { LanguageSwitch } from '../parts/switches'
import { When } from '../parts/time'
import { paths } from '../paths'
import { plainScripts } from '../scripts'
import { wordsIn } from '../words'
import { type Previewed, previewOf } from '../words/files'

/** One conversation that has ended, as its visitor finds it again. */
export type PastLine = Previewed & {
  id: string
  /** When it ended, ms UTC. */
  at: number
  /** Who helped; empty where nobody did. */
  agentName: string
  stars: number | null
}

export type PastListProps = VisitorContext & {
  lines: readonly PastLine[]
  /** Where those are that ended before; null when these are all. */
  older: string | null
  /** These are not the newest. */
  isFurther: boolean
}

/** A visitor's earlier conversations, newest first. */
export const PastListPage = ({ lines, older, isFurther, ...look }: PastListProps) => {
  const words = wordsIn(look.language).past
  return (
    <Layout {...look} title={words.title} kind="plain" scripts={plainScripts} clock={look.zone}>
      <main class="past">
        <header class="past-head">
          <h1>{words.title}</h1>
          <LanguageSwitch {...look} />
        </header>
        {lines.length === 0 ? (
          <Empty icon="archive" title={words.empty} hint={words.emptyHint} />
        ) : (
          <p class="lead">{words.lead}</p>
        )}
        <ul class="past-list">
          {lines.map((line) => (
            <li>
              <Line {...look} line={line} />
            </li>
          ))}
        </ul>
        <div class="actions">
          {older && <LinkButton href={older}>{words.older}</LinkButton>}
          {isFurther && <LinkButton href={paths.chat.past}>{words.newest}</LinkButton>}
          {look.accounts && (
            <LinkButton href={paths.customers.page}>
              {wordsIn(look.language).customers.link}
            </LinkButton>
          )}
          <LinkButton href={paths.chat.page} tone="primary" icon="messagesSquare">
            {words.toChat}
          </LinkButton>
        </div>
      </main>
    </Layout>
  )
}

const Line = ({ line, ...look }: VisitorContext & { line: PastLine }) => {
  const words = wordsIn(look.language).past
  const { id, at, agentName, stars } = line
  return (
    <a class="past-line" href={paths.chat.pastOne(id)}>
      <span class="past-when">
        <span class="sr">{words.ended} </span>
        <When at={at} {...look} />
      </span>{' '}
      <bdi class="past-words">{previewOf(line, wordsIn(look.language).files)}</bdi>{' '}
      <small>
        {agentName === '' ? words.unanswered : <bdi>{words.with(agentName)}</bdi>}{' '}
        {stars !== null && (
          <Stars stars={stars} label={wordsIn(look.language).common.stars(stars)} />
        )}
      </small>
    </a>
  )
}
