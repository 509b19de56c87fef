import workflow from 'lucide-static/icons/workflow.svg' with { type: 'text' }
import { StreamLive } from '../../live-connections'
import type { Part } from '../../part'
import { Connection } from '../../parts/connection'
import { drawn } from '../../parts/icon'
import { paths } from '../../paths'
import { momentScripts } from '../../scripts'
import { statechart } from '../../words/statechart'
import type { Charted } from '../../words/statechart/events'
import type { MenuEntry, OfficeContext } from '../context'
import { OfficeFrame } from '../frame'
import { ChartPanel } from './chart-panel'
import { ContextPanel } from './context-panel'
import { JournalPanel } from './journal-panel'
import type { Moment, MomentProps } from './moment'
import { nouns, statePaths } from './state-paths'

/** Where of the menu it is found. */
export const stateInMenu = (kind: Charted): MenuEntry => ({
  path: paths.office.of(nouns[kind]),
  icon: drawn(workflow),
  words: statechart,
})

/** The parts of the page, as a feed draws them again. What is shown of an earlier moment has other ids. */
export const stateParts: readonly Part<MomentProps>[] = [
  {
    id: 'now-chart',
    draw: (props) => <ChartPanel {...props} />,
    key: ({ moment }) => keyOf(moment),
  },
  {
    id: 'now-context',
    draw: (props) => <ContextPanel {...props} />,
    key: ({ moment }) => keyOf(moment),
  },
  {
    id: 'now-journal',
    draw: (props) => <JournalPanel {...props} />,
    key: ({ moment }) => keyOf(moment),
  },
]

const keyOf = ({ at, of }: Moment): string => `${at} ${of}`

type Page = OfficeContext & {
  moment: Moment
  isNow: boolean
  parent: { path: string; name: string }
}

/** Where an actor is among its states, what it remembers, and how it came there: at any moment of it. */
export const StatePage = ({ moment, isNow, parent, ...context }: Page) => {
  const { language, zone, now, me } = context
  const props = { moment, isNow, language, zone, now }
  return (
    <OfficeFrame
      {...context}
      title={statechart[language].title}
      parent={parent}
      wide
      scripts={momentScripts}
      acts={<Connection language={language} />}
      live={<StreamLive connect={statePaths.feed(moment.kind, moment.id)} principal={me.id} />}
    >
      <div id="moment" class="moment">
        <JournalPanel {...props} />
        <ChartPanel {...props} />
        <ContextPanel {...props} />
      </div>
    </OfficeFrame>
  )
}
