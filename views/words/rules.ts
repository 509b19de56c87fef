const en = {
  title: 'Macros',
  said: { created: 'Created.', saved: 'Saved.', removed: 'Removed.' },
  count: (n: number) => String(n),
  run: 'Macros',
  none: 'No macros yet',
  noneHint: 'A macro does several things to a conversation by one press: all of them, or none.',
  create: 'New macro',
  createDo: 'Create macro',
  name: 'Name',
  departments: 'For whom',
  everybody: 'Everybody',
  acts: 'What it does, in order',
  actsHint:
    'To say a canned reply that is for everybody, write its code, like /ret. Tell a department by its name. What parts from the conversation comes last.',
  act: (n: number) => `Act ${n}`,
  value: (n: number) => `With what, act ${n}`,
  nothing: 'Nothing',
  kinds: {
    say: 'Say',
    transfer: 'Hand over to a department',
    end: 'End the conversation',
  },
  savedMeanwhile: 'As saved now:',
  remove: 'Remove',
  removeHint: 'Conversations in which it ran stay as they are.',
  removeAsk: 'Remove…',
  removing: {
    title: (name: string) => `Remove “${name}”?`,
    hint: 'Nobody can run it any more. Conversations in which it ran stay as they are.',
    yes: 'Remove it',
    no: 'Keep it',
  },
}

const zh: typeof en = {
  title: '宏',
  said: { created: '已创建。', saved: '已保存。', removed: '已删除。' },
  count: (n) => `共 ${n} 个`,
  run: '宏',
  none: '还没有宏',
  noneHint: '宏可以一键对会话执行多个操作：要么全部执行，要么都不执行。',
  create: '新建宏',
  createDo: '创建宏',
  name: '名称',
  departments: '使用范围',
  everybody: '全员',
  acts: '依次执行的操作',
  actsHint:
    '要发送全员可用的快捷回复，请填写其快捷码，例如 /ret。部门请填写名称。结束或转接会话须放在最后。',
  act: (n) => `操作 ${n}`,
  value: (n) => `操作 ${n} 的内容`,
  nothing: '无',
  kinds: { say: '发送消息', transfer: '转接到部门', end: '结束会话' },
  savedMeanwhile: '当前已保存：',
  remove: '删除',
  removeHint: '已经运行过它的会话不受影响。',
  removeAsk: '删除…',
  removing: {
    title: (name) => `要删除“${name}”吗？`,
    hint: '删除后将无法再运行，已经运行过它的会话不受影响。',
    yes: '删除',
    no: '保留',
  },
}

/** What the desk does by one press. */
export const rules = { en, zh }
