import { Avatar } from '../../parts/avatar'
import { Act } from '../../parts/button'
import { Chip } from '../../parts/marks'
import { Since, Until } from '../../parts/time'
import { paths } from '../../paths'
import { wordsIn } from '../../words'
import { previewOf } from '../../words/files'
import { Name, visitorName } from '../name'
import { pageChip } from './chips'
import type { Offer, ViewerContext } from './lists'
import { isHere } from './row'

type OfferCardProps = ViewerContext & Offer & { alike: ReadonlySet<string> }

/** A conversation that rings: who, what about, and how long there is to answer. */
export const OfferCard = (props: OfferCardProps) => {
  const { row, until, language, now } = props
  const words = wordsIn(language).workbench
  return (
    <li id={`c-${row.id}`} class="offer" data-state="offered" data-page={row.page?.page}>
      <Who {...props} />
      {until !== null && (
        <p class="offer-clock">
          {words.answerWithin} <Until until={until} now={now} />
        </p>
      )}
      <div class="offer-acts">
        <Act
          action={paths.workbench.acceptance(row.id)}
          offer={row.offer}
          tone="primary"
          icon="check"
          wide
        >
          {words.accept}
        </Act>
        <Act action={paths.workbench.refusal(row.id)} offer={row.offer} wide>
          {words.decline}
        </Act>
      </div>
    </li>
  )
}

const Who = ({ row, alike, until: _, ...viewer }: OfferCardProps) => {
  const { workbench, entries, files } = wordsIn(viewer.language)
  const department = viewer.departments[row.department]
  return (
    <a
      class="offer-who"
      href={paths.workbench.conversation(row.id, viewer.list)}
      aria-current={row.id === viewer.selected ? 'page' : undefined}
    >
      <Avatar id={row.visitor} name={row.visitorName} here={isHere(row)} />
      <span class="row-top">
        <span class="row-name" title={visitorName(row, viewer.language)}>
          <Name row={row} alike={alike.has(row.visitorName)} language={viewer.language} />
        </span>{' '}
        <span class="row-when">
          {workbench.waiting}{' '}
          <Since since={row.unansweredSince ?? row.waitingSince} now={viewer.now} />
        </span>
      </span>{' '}
      <span class="row-mid">
        <bdi class="preview">{row.withdrawn ? entries.withdrawn : previewOf(row, files)}</bdi>{' '}
        <span class="row-chips">
          {pageChip(row, viewer)}
          {department && (
            <Chip of="department" title={department}>
              {department}
            </Chip>
          )}
        </span>
      </span>
    </a>
  )
}
