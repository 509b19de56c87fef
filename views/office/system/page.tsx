import { StreamLive } from '../../live-connections'
import { Connection } from '../../parts/connection'
import { system } from '../../words/system'
import type { OfficeContext } from '../context'
import { OfficeFrame } from '../frame'
import { systemParts } from './parts'
import { systemFeedPath } from './paths'
import type { SystemView } from './view'

/** How the desk feels: what is not as it should be first, then all there is to know, live. */
export const SystemPage = ({ view, ...context }: OfficeContext & { view: SystemView }) => {
  const { language, me } = context
  const { warnings, ...rest } = systemParts
  return (
    <OfficeFrame
      {...context}
      title={system[language].title}
      acts={<Connection language={language} />}
      live={<StreamLive connect={systemFeedPath} principal={me.id} />}
    >
      <p class="system-lead">{system[language].lead}</p>
      {warnings.draw({ ...context, view })}
      <div class="system-parts">
        {Object.values(rest).map((part) => part.draw({ ...context, view }))}
      </div>
    </OfficeFrame>
  )
}
