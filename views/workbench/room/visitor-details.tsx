import type { Child } from 'hono/jsx'
import type { Answer } from '../../../actors/text/answers'
import { DownloadLinks } from '../../parts/download'
import { Icon } from '../../parts/icon'
import { paths } from '../../paths'
import { wordsIn } from '../../words'
import type { ViewerContext } from '../inbox/lists'
import { type KnownVisitor, profileRows, visitRows } from './about-visitor'
import { type DetailProps, detailRows } from './detail-rows'
import { type Earlier, EarlierList } from './earlier'
import { EditVisitor } from './edit-visitor'
import { Trail } from './trail'
import { WrapUpDetails } from './wrap-up'

export type VisitorDetailsProps = DetailProps &
  Pick<ViewerContext, 'list'> & {
    /** Undefined when they were not looked for. */
    earlier?: readonly Earlier[]
    /** Undefined likewise. */
    /** What was filled in when it ended. */
    wrapUp?: readonly Answer[]
    card?: KnownVisitor & {
      /** Of what can be edited; null for who may not. */
      version: string | null
    }
  }

/** Under a title of its own: a site may call things as the desk does. */
const FromSite = ({ language, fromSite = {} }: DetailProps) => {
  const rows = Object.entries(fromSite).map(
    ([name, value]) => [<bdi>{name}</bdi>, <bdi>{value}</bdi>] as const,
  )
  return rows.length > 0 ? (
    <section class="from-site">
      <h3>{wordsIn(language).workbench.fromSite}</h3>
      <Rows rows={rows} />
    </section>
  ) : null
}

/** What is known of the visitor: a column, or on a narrow page what its button opens. Swapped
 * live as `#facts`. */
export const VisitorDetails = (props: VisitorDetailsProps) => {
  const words = wordsIn(props.language).workbench
  const { card, language } = props
  const about = [...detailRows(props), ...(card ? profileRows(card.profile, language) : [])]
  return (
    <aside id="facts" popover="auto" class="facts" aria-label={words.about}>
      <button
        class="button quiet close"
        type="button"
        popovertarget="facts"
        popovertargetaction="hide"
        aria-label={wordsIn(language).common.close}
      >
        <Icon name="x" />
      </button>
      <h2>{words.about}</h2>
      <Rows rows={about} />
      <FromSite {...props} />
      <WrapUpDetails language={language} answers={props.wrapUp ?? []} />
      <Edit {...props} />
      {card && <Trail {...props} pages={card.visit?.pages ?? []} />}
      {card?.visit && <h2>{wordsIn(language).visitors.ofVisit}</h2>}
      {card && <Rows rows={visitRows(card, language)} />}
      <h2>{words.decisions}</h2>
      <p class="quiet-line">
        <a href={paths.workbench.decisions(props.conversation.id, props.list)}>
          {words.decisionsOpen}
        </a>
      </p>
      {props.earlier && <EarlierList {...props} earlier={props.earlier} />}
      <h2>{wordsIn(props.language).entries.download.title}</h2>
      <DownloadLinks
        language={props.language}
        addressOf={(format) => paths.workbench.transcriptAs(props.conversation.id, format)}
      />
    </aside>
  )
}

/** Terms and their details; of what is not known nothing is said. */
const Rows = ({ rows }: { rows: readonly (readonly [Child, Child])[] }) => (
  <dl>
    {rows
      .filter(([, detail]) => detail)
      .map(([term, detail]) => (
        <div>
          <dt>{term}</dt>
          <dd>{detail}</dd>
        </div>
      ))}
  </dl>
)

const Edit = ({ card, visitor, conversation, language }: VisitorDetailsProps) =>
  card && card.version !== null ? (
    <EditVisitor
      language={language}
      conversation={conversation.id}
      name={visitor?.name ?? ''}
      email={visitor?.email ?? ''}
      profile={card.profile}
      version={card.version}
    />
  ) : null
