import type { Child } from 'hono/jsx'
import { LinkButton } from '../../parts/button'
import { Chip, Stars } from '../../parts/marks'
import { paths } from '../../paths'
import { query } from '../../paths/query'
import { Transcript } from '../../transcript/transcript'
import { exactTime, wordsIn } from '../../words'
import { conversations } from '../../words/conversations'
import { statechart } from '../../words/statechart'
import { visitorName } from '../../workbench/name'
import type { OfficeContext } from '../context'
import { OfficeFrame } from '../frame'
import { Panel } from '../panel'
import { statePaths } from '../statechart/state-paths'
import { JournalPanel, type TurnLine } from './journal'
import { type ConversationLine, conversationPaths, shortId } from './list'

/** How it is taken along. */
export const transcriptFormats = ['html', 'txt', 'csv', 'json'] as const

export type ConversationDetails = {
  line: ConversationLine
  turns: readonly TurnLine[]
  isAll: boolean
  /** Where the visitor's own page is, for who may open it. */
  visitorPage: string | null
  /** Whether its states are open to the reader. */
  seesStates: boolean
}

type Page = OfficeContext &
  ConversationDetails & { drawn: Child; earlier: string | null; newest?: string }

/** One conversation: its facts, all that was said and all that happened. */
export const ConversationPage = (page: Page) => {
  const { line, drawn, earlier, newest, turns, isAll, visitorPage: _, ...context } = page
  const { language } = context
  const words = conversations[language]
  return (
    <OfficeFrame
      {...context}
      title={visitorName(line, language)}
      aside={<span class="aside">{words.one(shortId(line.id))}</span>}
      parent={{ path: conversationPaths.list, name: words.title }}
      acts={
        <>
          {page.seesStates && (
            <LinkButton href={statePaths.page('conversation', line.id)}>
              {statechart[language].show}
            </LinkButton>
          )}
          <LinkButton href={paths.workbench.conversation(line.id)}>{words.toWorkbench}</LinkButton>
        </>
      }
      wide
    >
      <div class="office-talk">
        <Panel id="said" title={words.transcript}>
          <Transcript
            language={language}
            drawn={drawn}
            earlier={earlier}
            {...(newest === undefined ? {} : { newest })}
          />
        </Panel>
        <div class="office-talk-side">
          <AboutTalk {...page} />
          <Panel id="along" title={words.exports}>
            <Exports id={line.id} words={words} />
          </Panel>
          <JournalPanel {...context} turns={turns} isAll={isAll} />
        </div>
      </div>
    </OfficeFrame>
  )
}

type Words = (typeof conversations)['en']

const Exports = ({ id, words }: { id: string; words: Words }) => (
  <p class="office-list-files">
    <LinkButton href={conversationPaths.transcript(id) + query({ format: 'html', print: '' })}>
      {words.print}
    </LinkButton>
    {transcriptFormats.map((format) => (
      <LinkButton
        tone="quiet"
        icon="download"
        href={conversationPaths.transcript(id) + query({ format })}
      >
        {words.formats[format]}
      </LinkButton>
    ))}
  </p>
)

const AboutTalk = (page: Page) => {
  const words = conversations[page.language]
  return (
    <Panel id="facts" title={words.facts}>
      <dl class="office-facts">
        {factsOf(page, words).map(([term, detail]) => (
          <div>
            <dt>{term}</dt>
            <dd>{detail}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}

const factsOf = (
  { line, visitorPage, language, now, zone }: Page,
  words: Words,
): [string, Child][] => {
  const { columns } = words
  const { workbench, common, times } = wordsIn(language)
  const { openedAt, answeredAt, closedAt, stars, tags, priority, mergedInto } = line
  const when = (at: number) => exactTime(at, now, zone, language)
  const name = <bdi>{visitorName(line, language)}</bdi>
  const facts: [string, Child][] = [
    [columns.visitor, visitorPage ? <a href={visitorPage}>{name}</a> : name],
    [columns.department, <bdi>{line.departmentName}</bdi>],
    [columns.agent, line.agentName ? <bdi>{line.agentName}</bdi> : words.none],
    [columns.state, workbench.states[line.state]],
    [columns.opened, when(openedAt)],
    [columns.answered, answeredAt !== null && when(answeredAt)],
    [words.waited, answeredAt !== null && times.duration(Math.max(0, answeredAt - openedAt))],
    [columns.closed, closedAt !== null && when(closedAt)],
    [words.lasted, closedAt !== null && times.duration(Math.max(0, closedAt - openedAt))],
    [columns.messages, String(line.messages)],
    [columns.rating, stars !== null && <Stars stars={stars} label={common.stars(stars)} />],
    [columns.priority, workbench.priority.names[priority]],
    [columns.tags, tags.length > 0 && tags.map((tag) => <Chip>{tag}</Chip>)],
    [
      words.mergedInto,
      mergedInto !== null && <a href={conversationPaths.page(mergedInto)}>{shortId(mergedInto)}</a>,
    ],
  ]
  return facts.filter(([, detail]) => detail)
}
