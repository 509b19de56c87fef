import type { Part } from '../../part'
import type { AspectProps } from '../aspect'
import { aspectViews } from '../aspects'
import { VisitorPage } from '../visitor-page'
import { Blocked, type BlockedProps } from './blocked'
import { Lookers } from './colleagues'
import { RoomFoot, type RoomFootProps } from './foot'
import { RoomHead, type RoomHeadProps } from './head'
import { Kin, type KinProps } from './kin'
import { Scheduled, type ScheduledProps } from './scheduled'
import { Stuck, type StuckProps } from './stuck'
import { VisitorDetails, type VisitorDetailsProps } from './visitor-details'

/** What stands around a transcript on the workbench. */
export type RoomParts = RoomHeadProps &
  ScheduledProps &
  AspectProps &
  StuckProps &
  BlockedProps &
  KinProps &
  VisitorDetailsProps &
  RoomFootProps

const head: Part<RoomParts> = {
  id: 'room-head',
  draw: (props) => <RoomHead {...props} />,
  key: ({ conversation, rights, targets, department, macros, wrapUpFields, seesStates }) =>
    JSON.stringify([
      ...[conversation, rights, targets, department, macros, wrapUpFields, seesStates],
    ]),
}

const visitorPage: Part<RoomParts> = {
  id: 'visitor-page',
  draw: ({ page, language, now, zone }) => (
    <VisitorPage at={page} language={language} now={now} zone={zone} />
  ),
  key: ({ page }) => JSON.stringify(page),
}

const lookers: Part<RoomParts> = {
  id: 'lookers',
  draw: ({ lookers, language }) => <Lookers colleagues={lookers} language={language} />,
  key: ({ lookers }) => JSON.stringify(lookers),
}

/** What is to be sent later. */
const scheduled: Part<RoomParts> = {
  id: 'scheduled',
  draw: (props) => <Scheduled {...props} />,
  key: ({ scheduled }) => JSON.stringify(scheduled),
}

/** What colleagues do beside the talk. */
const beside: readonly Part<RoomParts>[] = aspectViews.flatMap(({ part }) => part ?? [])

const stuck: Part<RoomParts> = {
  id: 'stuck',
  draw: (props) => <Stuck {...props} />,
  key: (props) => String(props.stuck),
}

const blocked: Part<RoomParts> = {
  id: 'blocked',
  draw: (props) => <Blocked {...props} />,
  key: ({ blocked, rights }) => JSON.stringify([blocked, rights.block]),
}

const kin: Part<RoomParts> = {
  id: 'kin',
  draw: (props) => <Kin {...props} />,
  key: ({ conversation: { mergedInto, splitInto, splitFrom }, rights }) =>
    JSON.stringify([mergedInto, splitInto, splitFrom, rights.unsplit]),
}

const details: Part<RoomParts> = {
  id: 'facts',
  draw: (props) => <VisitorDetails {...props} />,
}

const foot: Part<RoomParts> = {
  id: 'room-foot',
  draw: (props) => <RoomFoot {...props} />,
  // A composer that is there keeps what somebody is writing in it.
  key: ({ conversation: { state, agent }, rights, hindrance }) =>
    rights.say ? 'open' : JSON.stringify([state, agent, rights, hindrance]),
}

/** Those above the transcript; what colleagues do beside the talk stands in one line. */
export const aboveTranscript = { head, beside, stuck, blocked, kin }

export const belowTranscript = foot
export const aboveComposer = scheduled
export const besideTranscript = details

/** In the order they are sent. */
export const roomParts = [
  ...[head, visitorPage, lookers, ...beside, stuck, blocked, kin],
  ...[details, scheduled, foot],
]
