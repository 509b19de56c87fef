const en = {
  title: 'Audit',
  said: {},
  lead: 'Who did what to whom, newest first. Nothing here is ever changed.',
  acts: {
    watched: 'read along',
    whispered: 'whispered',
    tookOver: 'took it over',
    ended: 'ended it',
    assigned: 'gave it away',
    blocked: 'kept somebody out',
    unblocked: 'let somebody in again',
    merged: 'merged two conversations',
    unmerged: 'took a merge back',
    named: 'gave the desk a name',
    split: 'split a conversation',
    unsplit: 'took a split back',
    exported: 'took a list along',
    hoursChanged: 'changed opening hours',
  },
  heldBy: (name: string) => `held by ${name}`,
  open: 'Open the conversation',
  columns: { at: 'When', who: 'Who', act: 'What', object: 'To what', detail: 'More' },
  filters: { act: 'What', who: 'Who', from: 'From', to: 'Until' },
  empty: 'Nothing has been written down yet',
  emptyHint:
    'What supervisors do in conversations of others, and who is kept out, appears here by itself.',
}

const zh: typeof en = {
  title: '操作日志',
  said: {},
  lead: '谁对谁做了什么，最新的在前。记录不会被修改。',
  acts: {
    watched: '旁听了会话',
    whispered: '发送了悄悄话',
    tookOver: '接管了会话',
    ended: '结束了会话',
    assigned: '转派了会话',
    blocked: '屏蔽了访客',
    unblocked: '解除了屏蔽',
    merged: '合并了会话',
    unmerged: '撤销了合并',
    named: '修改了服务台名称',
    split: '拆分了会话',
    unsplit: '撤销了拆分',
    exported: '导出了列表',
    hoursChanged: '修改了服务时间',
  },
  heldBy: (name) => `由${name}接待`,
  open: '打开会话',
  columns: { at: '时间', who: '操作人', act: '操作', object: '对象', detail: '详情' },
  filters: { act: '操作', who: '操作人', from: '起始日期', to: '截止日期' },
  empty: '还没有记录',
  emptyHint: '主管对他人会话的操作，以及屏蔽记录，会自动显示在这里。',
}

/** What was done, as the office lists it. */
export const audit = { en, zh }
