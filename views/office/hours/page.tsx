import { Chip } from '../../parts/marks'
import { hours as hoursWords } from '../../words/hours'
import { OfficeFrame } from '../frame'
import { hoursPaths } from '../hours'
import type { HoursProps } from './details'
import { Calendar, Exceptions } from './exceptions'
import { NowPanel, TryPanel, VisitorsPanel } from './side'
import { Week } from './week'

/** When a department is open, or the whole desk: the week, the exceptions, and what follows from them. */
export const HoursPage = ({ details, ...context }: HoursProps) => {
  const { language } = context
  const words = hoursWords[language]
  return (
    <OfficeFrame
      {...context}
      title={details.name === null ? words.wholeDesk : words.of(details.name)}
      parent={{ path: hoursPaths.list, name: words.title }}
      aside={
        <Chip tone={details.isOpen ? 'ok' : 'plain'}>
          {details.isOpen ? words.isOpen : words.isShut}
        </Chip>
      }
      wide
    >
      {details.name === null && !details.hasDesk && <p class="panel-hint">{words.notDesk}</p>}
      <div class="hours">
        <div class="hours-main">
          <Week {...context} details={details} />
          <Exceptions {...context} details={details} />
          <Calendar {...context} details={details} />
        </div>
        <div class="hours-side">
          <NowPanel {...context} details={details} />
          <TryPanel {...context} details={details} />
          <VisitorsPanel {...context} details={details} />
        </div>
      </div>
    </OfficeFrame>
  )
}
