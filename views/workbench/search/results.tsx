import type { PageContext } from '../../page-context'
import { Avatar } from '../../parts/avatar'
import { Empty } from '../../parts/empty'
import { Icon } from '../../parts/icon'
import { Chip } from '../../parts/marks'
import { When } from '../../parts/time'
import { paths } from '../../paths'
import { wordsIn } from '../../words'
import { punctuation } from '../../words/punctuation'
import { visitorName } from '../name'
import type { FoundLine, FoundPerson, SearchPanelProps } from './found'

type Props = PageContext & Pick<SearchPanelProps, 'text' | 'order' | 'findings'>

/** Conversations with the line that was found; a press opens it there. */
export const FoundConversations = (props: Props) => {
  const { findings, language } = props
  const words = wordsIn(language).search
  if (!findings) return null
  return (
    <section aria-labelledby="found-conversations">
      <div class="found-head">
        <h2 id="found-conversations">{words.conversations}</h2>
        <span class="hint">{words.count(findings.lines.length, findings.next === null)}</span>
        <Orders {...props} />
      </div>
      {findings.lines.length === 0 ? (
        <Nothing {...props} more={findings.next !== null} />
      ) : (
        <ul>
          {findings.lines.map((line) => (
            <li>
              <Line {...props} line={line} />
            </li>
          ))}
        </ul>
      )}
      {findings.next !== null && (
        <a
          class="button plain"
          href={paths.workbench.search(props.text, props.order, findings.next)}
        >
          {words.older}
        </a>
      )}
    </section>
  )
}

const Nothing = ({ language, more }: Pick<PageContext, 'language'> & { more: boolean }) => {
  const words = wordsIn(language).search
  return (
    <Empty
      icon="searchX"
      title={more ? words.nothingYet : words.nothing}
      hint={more ? words.nothingYetHint : words.nothingHint}
    />
  )
}

const Orders = ({ language, text, order }: Props) => {
  const words = wordsIn(language).search
  return (
    <nav class="orders" aria-label={words.sorted}>
      {(['newest', 'best'] as const).map((each) => (
        <>
          <a
            href={paths.workbench.search(text, each)}
            aria-current={each === order ? 'true' : undefined}
          >
            {words[each]}
          </a>{' '}
        </>
      ))}
    </nav>
  )
}

const Line = ({ line, language, now, zone }: PageContext & { line: FoundLine }) => {
  const { search: words, workbench } = wordsIn(language)
  const { row, seq, clientId, at } = line
  return (
    <a
      class="find find-line"
      href={paths.workbench.earlier(row.id, seq, undefined, clientId)}
      data-find=""
    >
      <Avatar id={row.visitor} name={row.visitorName} />
      <span class="find-who">
        <bdi>{visitorName(row, language)}</bdi>{' '}
      </span>
      <span class="find-says">
        {line.isInside && <Chip tone="warn">{words.inside}</Chip>}{' '}
        <bdi>{line.pieces.map(({ text, found }) => (found ? <mark>{text}</mark> : text))}</bdi>{' '}
        {line.more > 0 && <span class="hint">{words.moreLines(line.more)}</span>}
      </span>
      <span class="find-aside">
        {line.hasFile && <Chip>{words.files}</Chip>}{' '}
        {row.stars !== null && (
          <span class="stars">
            <Icon name="star" /> {row.stars}
          </span>
        )}{' '}
        <Chip tone={row.isOver ? undefined : 'brand'}>{workbench.states[row.state]}</Chip>{' '}
        <When at={at} now={now} zone={zone} language={language} />
      </span>
    </a>
  )
}

/** Visitors lead to what they said last, colleagues to what they hold. */
export const FoundPeople = ({
  people,
  language,
}: Pick<PageContext, 'language'> & { people: readonly FoundPerson[] }) => {
  const words = wordsIn(language).search
  if (people.length === 0) return null
  return (
    <section aria-labelledby="found-people">
      <h2 id="found-people">{words.people}</h2>
      <ul>
        {people.map(({ id, name, email, conversation }) => (
          <li>
            <a
              class="find"
              href={
                conversation === null
                  ? paths.workbench.search(`agent:"${name}"`)
                  : paths.workbench.conversation(conversation)
              }
              data-find=""
            >
              <Avatar id={id} name={name} small />
              <span class="find-who">
                <bdi>
                  {name === '' ? visitorName({ visitor: id, visitorName: '' }, language) : name}
                </bdi>
                {email !== '' && (
                  <span class="hint">
                    {punctuation[language].between}
                    {email}
                  </span>
                )}
              </span>{' '}
              <span class="find-aside">
                {conversation === null ? words.colleague : words.visitor}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
