import { DownloadLinks } from '../../parts/download'
import { Icon } from '../../parts/icon'
import { paths } from '../../paths'
import { wordsIn } from '../../words'
import type { ViewerContext } from '../inbox/lists'
import { type DetailProps, detailRows } from './detail-rows'
import { type Earlier, EarlierList } from './earlier'

export type VisitorDetailsProps = DetailProps &
  Pick<ViewerContext, 'list'> & {
    /** Undefined when they were not looked for. */
    earlier?: readonly Earlier[]
  }

/** What is known of the visitor: a column, or on a narrow page what its button opens. Swapped
 * live as `#facts`. */
export const VisitorDetails = (props: VisitorDetailsProps) => {
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
        {detailRows(props).map(([term, detail]) => (
          <div>
            <dt>{term}</dt>
            <dd>{detail}</dd>
          </div>
        ))}
      </dl>
      {props.earlier && <EarlierList {...props} earlier={props.earlier} />}
      <h2>{wordsIn(props.language).entries.download.title}</h2>
      <DownloadLinks
        language={props.language}
        addressOf={(format) => paths.workbench.transcriptAs(props.conversation.id, format)}
      />
    </aside>
  )
}
