import type { ConversationEvent } from '../../actors/conversation/events'

/** In a word what a turn of a conversation was about, and the times that it waited for. */
export type JournalWords = Record<ConversationEvent['type'], string> & {
  delays: Record<'patience' | 'accept' | 'silence' | 'snooze', string>
  other: string
}

const en: JournalWords = {
  ...{
    opened: 'Began',
    said: 'Message',
    revised: 'Edited',
    withdrawn: 'Unsent',
    reacted: 'Reaction',
  },
  ...{ noted: 'Note', whispered: 'Whisper', tagged: 'Tags changed', prioritized: 'Priority set' },
  ...{ snoozed: 'Snoozed', ran: 'Macro run', claimed: 'Given to another visitor', seen: 'Read' },
  ...{ ended: 'Ended', wrappedUp: 'Wrap-up filled in', waitedOn: 'Waits on' },
  'due.sla': 'A promise was due',
  ...{ leftMessage: 'Left it at the message', rated: 'Rated', reopened: 'Reopened' },
  ...{ merged: 'Goes on in another', unmerged: 'A merge taken back', split: 'Split' },
  ...{ unsplit: 'A split taken back', handed: 'Handed over', offered: 'Offered' },
  ...{ assigned: 'Assigned', passed: 'Not accepted', returned: 'Back in line' },
  ...{ unattended: 'Nobody came in time', wrapUpMissed: 'Wrap-up not filled in' },
  ...{ visitorNamed: 'The visitor has another name', absorbed: 'Another one goes on here' },
  ...{ parted: 'No longer goes on there', branched: 'Begins with lines of another' },
  ...{
    branchedOff: 'Lines went to another',
    mended: 'Repaired',
    echoed: 'Said again where it goes on',
  },
  delays: {
    patience: 'The time to wait was over',
    accept: 'The time to accept was over',
    silence: 'Nothing was heard of the visitor',
    snooze: 'The snooze was over',
  },
  other: 'Time was up',
}

const zh: JournalWords = {
  ...{ opened: '发起会话', said: '发送消息', revised: '编辑消息', withdrawn: '撤回消息' },
  ...{ reacted: '表情回应', noted: '添加备注', whispered: '悄悄话', tagged: '修改标签' },
  ...{ prioritized: '设置优先级', snoozed: '暂缓', ran: '执行宏', claimed: '归到另一访客' },
  ...{ seen: '已读', ended: '结束会话', wrappedUp: '填写小结', waitedOn: '继续等待' },
  'due.sla': '时限到点',
  ...{ leftMessage: '选择留言', rated: '评价', reopened: '重新打开', merged: '并入另一会话' },
  ...{ unmerged: '撤销合并', split: '拆分会话', unsplit: '撤销拆分', handed: '转接' },
  ...{ offered: '待接入', assigned: '已分配', passed: '未接入', returned: '重新排队' },
  ...{ unattended: '超时无人接待', wrapUpMissed: '未填写小结', visitorNamed: '访客改名' },
  ...{ absorbed: '另一会话并入', parted: '已从另一会话分开', branched: '承接另一会话的消息' },
  ...{ branchedOff: '消息已转到另一会话', mended: '已修复', echoed: '同步到后续会话' },
  delays: {
    patience: '等待时限已到',
    accept: '接入时限已到',
    silence: '访客长时间无回复',
    snooze: '暂缓时间已到',
  },
  other: '计时已到',
}

/** What happened to a conversation, turn by turn. */
export const journal = { en, zh }
