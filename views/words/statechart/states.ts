/** By where each stands on the chart of its kind: what is so while an actor is there. */
const conversation = {
  en: {
    unopened: 'not begun',
    waiting: 'waiting',
    'waiting.inLine': 'in line',
    'waiting.left': 'nobody promised',
    'waiting.message': 'message left',
    offered: 'ringing',
    active: 'in conversation',
    'active.turn': 'whose turn',
    'active.turn.awaitingAgent': 'agent’s turn',
    'active.turn.awaitingVisitor': 'visitor’s turn',
    'active.turn.snoozed': 'snoozed',
    'active.turn.snoozed.untilReply': 'until an answer',
    'active.turn.snoozed.untilTime': 'until a time',
    'active.hands': 'in whose hands',
    'active.hands.steady': 'with its holder',
    'active.hands.handing': 'being handed over',
    closed: 'ended',
    'closed.unrated': 'not rated',
    'closed.rated': 'rated',
  },
  zh: {
    unopened: '未开始',
    waiting: '等待',
    'waiting.inLine': '排队中',
    'waiting.left': '暂无人接待',
    'waiting.message': '已留言',
    offered: '待接入',
    active: '接待中',
    'active.turn': '轮到谁',
    'active.turn.awaitingAgent': '待客服回复',
    'active.turn.awaitingVisitor': '待访客回复',
    'active.turn.snoozed': '稍后处理',
    'active.turn.snoozed.untilReply': '等访客回复',
    'active.turn.snoozed.untilTime': '到指定时间',
    'active.hands': '由谁接待',
    'active.hands.steady': '未在转接',
    'active.hands.handing': '转接中',
    closed: '已结束',
    'closed.unrated': '未评价',
    'closed.rated': '已评价',
  },
}

const agent = {
  en: {
    duty: 'duty',
    'duty.off': 'off duty',
    'duty.on': 'ready',
    'duty.on.free': 'has room',
    'duty.on.full': 'full',
    'duty.on.wrapUp': 'resting',
    'duty.away': 'away',
    reach: 'reach',
    'reach.absent': 'not there',
    'reach.present': 'in reach',
    'reach.grace': 'out of reach',
  },
  zh: {
    duty: '值守',
    'duty.off': '下班',
    'duty.on': '在线',
    'duty.on.free': '可接待',
    'duty.on.full': '已达接待上限',
    'duty.on.wrapUp': '整理中',
    'duty.away': '离开',
    reach: '连接',
    'reach.absent': '未连接',
    'reach.present': '可联系',
    'reach.grace': '掉线',
  },
}

const department = {
  en: {
    unmade: 'not made',
    open: 'open',
    'open.calm': 'calm',
    'open.asking': 'asks again soon',
  },
  zh: {
    unmade: '未创建',
    open: '已开通',
    'open.calm': '平稳',
    'open.asking': '即将再次分配',
  },
}

/** What the states of each chart are called. */
export const chartStates = {
  en: { conversation: conversation.en, agent: agent.en, department: department.en },
  zh: { conversation: conversation.zh, agent: agent.zh, department: department.zh },
} as const
