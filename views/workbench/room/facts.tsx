import type { Child } from 'hono/jsx'
import type { ConversationRow, VisitorRow } from '../../../actors/summary'
import { Empty } from '../../parts/empty'
import { Icon } from '../../parts/icon'
import { Stars } from '../../parts/marks'
import { paths } from '../../paths'
import { briefTime, wordsIn } from '../../words'
import { languages, ownName } from '../../words/language'
import type { Eyes } from '../inbox/lists'
import { visitorName } from '../name'

/** An earlier conversation of the same visitor, in a line. */
export type Earlier = { id: string; at: number; preview: string; stars: number | null }

export type FactsProps = Pick<Eyes, 'language' | 'now' | 'zone' | 'list'> & {
  conversation: ConversationRow
  department: string
  /** Null when only the conversation is known. */
  visitor: VisitorRow | null
  /** Undefined when they were not looked for. */
  earlier?: readonly Earlier[]
}

/** What is known of the visitor: a column, or on a narrow page what its button opens. Swapped
 * live as `#facts`. */
export const Facts = (props: FactsProps) => {
  const words = wordsIn(props.language).workbench
  return (
    <aside id="facts" popover="auto" class="facts" aria-label={words.about}>
      <button
        class="button quiet close"
        type="button"
        popovertarget="facts"
        popovertargetaction="hide"
        aria-label={wordsIn(props.language).common.close}
      >
        <Icon name="x" />
      </button>
      <h2>{words.about}</h2>
      <dl>
        {rowsOf(props).map(([term, detail]) => (
          <div>
            <dt>{term}</dt>
            <dd>{detail}</dd>
          </div>
        ))}
      </dl>
      {props.earlier && <EarlierList {...props} earlier={props.earlier} />}
    </aside>
  )
}

/** What a language calls itself; one we do not speak is shown by its code. */
const languageName = (code: string): string => {
  const known = languages.find((language) => language === code)
  return known ? ownName[known] : code
}

const rowsOf = ({ conversation, visitor, department, ...eyes }: FactsProps): [string, Child][] => {
  const { workbench: words, common } = wordsIn(eyes.language)
  const { openedAt, stars, state } = conversation
  const rows: [string, Child][] = [
    [words.name, <bdi>{visitorName(conversation, eyes.language)}</bdi>],
    [words.email, visitor?.email && <bdi>{visitor.email}</bdi>],
    [words.language, visitor && languageName(visitor.language)],
    [words.department, department],
    [words.since, briefTime(openedAt, eyes.now, eyes.zone, eyes.language)],
    [words.state, words.states[state]],
    [words.rating, stars !== null && <Stars stars={stars} label={common.stars(stars)} />],
  ]
  return rows.filter(([, detail]) => detail)
}

const EarlierList = ({
  earlier,
  language,
  now,
  zone,
  list,
}: FactsProps & { earlier: readonly Earlier[] }) => {
  const { workbench: words, common } = wordsIn(language)
  return (
    <>
      <h2>{words.earlier}</h2>
      {earlier.length === 0 && <p class="quiet-line">{words.noEarlier}</p>}
      <ul class="earlier-list">
        {earlier.map(({ id, at, preview, stars }) => (
          <li>
            <a href={paths.workbench.conversation(id, list)}>
              <span>{briefTime(at, now, zone, language)}</span>
              <bdi>{preview}</bdi>
              {stars !== null && <Stars stars={stars} label={common.stars(stars)} />}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

/** The middle of the workbench while no conversation is open. */
export const NoRoom = ({ language }: Pick<Eyes, 'language'>) => {
  const words = wordsIn(language).workbench
  return <Empty icon="messagesSquare" title={words.emptyRoom} hint={words.emptyRoomHint} />
}
