import type { AgentRow } from '../../../actors/summary'
import { Swap } from '../../../views/live'
import type { Language } from '../../../views/words/language'
import { Banner } from '../../../views/workbench/banner'
import { StatusSwitch } from '../../../views/workbench/shift'
import { type Frame, frameOf } from '../../live/pipe'
import { bannerOf } from '../../reads/inbox'

/** Whether they are on duty, how much they have of how much, and what they should know of it. */
export const shiftFrames = (agent: AgentRow, language: Language): Frame[] => [
  frameOf(
    <Swap id="shift">
      <StatusSwitch language={language} agent={agent} />
    </Swap>,
  ),
  frameOf(
    <Swap id="banner">
      <Banner language={language} banner={bannerOf(agent)} />
    </Swap>,
  ),
]
