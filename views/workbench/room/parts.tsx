import type { Part } from '../../part'
import { VisitorPage } from '../visitor-page'
import { RoomFoot, type RoomFootProps } from './foot'
import { RoomHead, type RoomHeadProps } from './head'
import { Stuck, type StuckProps } from './stuck'
import { Tags, type TagsProps } from './tags'
import { VisitorDetails, type VisitorDetailsProps } from './visitor-details'

/** What stands around a transcript on the workbench. */
export type RoomParts = RoomHeadProps & TagsProps & StuckProps & VisitorDetailsProps & RoomFootProps

const head: Part<RoomParts> = {
  id: 'room-head',
  draw: (props) => <RoomHead {...props} />,
  key: ({ conversation, rights, targets, department }) =>
    JSON.stringify([conversation, rights, targets, department]),
}

const visitorPage: Part<RoomParts> = {
  id: 'visitor-page',
  draw: ({ page, language, now, zone }) => (
    <VisitorPage at={page} language={language} now={now} zone={zone} />
  ),
  key: ({ page }) => JSON.stringify(page),
}

const tags: Part<RoomParts> = {
  id: 'tags',
  draw: (props) => <Tags {...props} />,
  key: ({ conversation, rights }) => JSON.stringify([conversation.tags, rights.tag]),
}

const stuck: Part<RoomParts> = {
  id: 'stuck',
  draw: (props) => <Stuck {...props} />,
  key: (props) => String(props.stuck),
}

const details: Part<RoomParts> = {
  id: 'facts',
  draw: (props) => <VisitorDetails {...props} />,
}

const foot: Part<RoomParts> = {
  id: 'room-foot',
  draw: (props) => <RoomFoot {...props} />,
  // A composer that is there keeps what somebody is writing in it.
  key: ({ conversation: { state, agent }, rights }) =>
    rights.say ? 'open' : JSON.stringify([state, agent, rights]),
}

/** Those above the transcript, one under the other. */
export const aboveTranscript = [head, tags, stuck]

/** In the order they are sent. */
export const roomParts = { head, visitorPage, tags, stuck, details, foot }
