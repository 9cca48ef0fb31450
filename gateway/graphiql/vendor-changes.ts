/**
 * What the build changes in the query tool's packages: above all Chinese for their texts. GraphiQL 5 has those as
 * English literals and offers no translation, so the build replaces each literal listed here by a call of `vendorText`
 * (tools/graphiql/change-vendor.ts), and fails when one of them is no longer in the file named: an upgrade cannot bring
 * English back unseen.
 *
 * Rejected: watching the page and replacing text in it (flickers, and touches the data shown), and building the whole
 * interface anew from its parts (1,100 lines of theirs to follow).
 */
export interface VendorChange {
  /** Path below node_modules. */
  readonly file: string;
  /** English literal to Chinese; every such literal of the file is replaced. */
  readonly texts: Readonly<Record<string, string>>;
  /** Pieces of code to replace, for texts that are not one plain literal. */
  readonly code?: readonly (readonly [from: string, to: string])[];
}

const docs = "@graphiql/plugin-doc-explorer/dist";
const history = "@graphiql/plugin-history/dist";
const react = "@graphiql/react/dist";

export const vendorChanges: readonly VendorChange[] = [
  {
    file: "graphiql/dist/GraphiQL.js",
    texts: {
      "New tab": "新标签页",
      Show: "展开",
      Hide: "收起",
      "Editor Commands": "编辑命令",
      "Operation Editor": "查询编辑器",
      Variables: "变量",
      Headers: "请求头",
      "Select active operation": "选择查询",
    },
    code: [
      // The pane beside the editors: a quarter leaves room for both at 1366 pixels, a third does not.
      ["defaultSizeRelation: 0.3333333333333333", "defaultSizeRelation: 0.25"],
      [
        '`${editorToolsHiddenElement === "second" ? "Show" : "Hide"} editor tools`',
        'vendorText(editorToolsHiddenElement === "second" ? "Show" : "Hide") + vendorText(" editor tools")',
      ],
    ],
  },
  {
    file: "graphiql/dist/ui/sidebar.js",
    texts: {
      Hide: "收起",
      Show: "展开",
      "Open short keys dialog": "快捷键",
      "Open settings dialog": "设置",
      "Short Keys": "快捷键",
      "This modal provides a list of available keyboard shortcuts and their functions.":
        "可用的快捷键及其功能",
      Settings: "设置",
      "This modal lets you adjust header persistence, interface theme, and clear local storage.":
        "调整界面主题，清除本地数据",
      "Persist headers": "保存请求头",
      "Save headers upon reloading.": "刷新后保留请求头。",
      "Only enable if you trust this device.": "仅在可信设备上启用。",
      On: "开",
      Off: "关",
      Theme: "主题",
      "Adjust how the interface appears.": "调整界面外观。",
      System: "跟随系统",
      Light: "浅色",
      Dark: "深色",
      "Clear storage": "清除数据",
      "Remove all locally stored data and start fresh.": "清除本页保存的标签页、历史与布局。",
      "Cleared data": "已清除",
      Failed: "未成功",
      "Clear data": "清除",
    },
    code: [
      [
        "`Re-fetch GraphQL schema (${KEY_MAP.refetchSchema.key})`",
        "`${vendorText('Re-fetch GraphQL schema')} (${KEY_MAP.refetchSchema.key})`",
      ],
      ["} ${plugin_0.title}`", "} ${vendorText(plugin_0.title)}`"],
    ],
  },
  {
    file: "graphiql/dist/ui/toolbar.js",
    texts: {},
    code: [
      [
        "`Prettify query (${KEY_MAP.prettify.key})`",
        "`${vendorText('Prettify query')} (${KEY_MAP.prettify.key})`",
      ],
      [
        "`Merge fragments into query (${KEY_MAP.mergeFragments.key})`",
        "`${vendorText('Merge fragments into query')} (${KEY_MAP.mergeFragments.key})`",
      ],
      [
        "`Copy query (${KEY_MAP.copyQuery.key})`",
        "`${vendorText('Copy query')} (${KEY_MAP.copyQuery.key})`",
      ],
    ],
  },
  {
    file: "graphiql/dist/ui/short-keys.js",
    texts: {
      "Execute query": "运行查询",
      "Open the Command Palette (you must have focus in the editor)":
        "打开命令面板（光标须在编辑器中）",
      "Prettify editors": "整理格式",
      "Copy query": "复制查询",
      "Re-fetch schema using introspection": "重新读取模式",
      "Search in documentation": "在文档中查找",
      "Search in editor": "在编辑器中查找",
      "Merge fragments definitions into operation definition": "把片段合并进查询",
      "Short Key": "快捷键",
      Function: "功能",
    },
    // The paragraph below the table links to two sites that a government network does not reach.
    code: [
      [
        '      t0,\n      /* @__PURE__ */ jsxs("p"',
        '      t0,\n      false && /* @__PURE__ */ jsxs("p"',
      ],
    ],
  },
  {
    file: `${docs}/context.js`,
    texts: { Docs: "文档" },
    code: [
      [
        `'.graphiql-sidebar button[aria-label="Show Documentation Explorer"]'`,
        "`.graphiql-sidebar button[aria-label=\"${vendorText('Show')} ${vendorText('Documentation Explorer')}\"]`",
      ],
    ],
  },
  {
    file: `${docs}/components/doc-explorer.js`,
    texts: {
      "Error fetching schema":
        "未能读取模式：未选择身份、令牌无效，或此角色不能查看模式（仅开发人员可以）；查询不受影响",
      "Schema is invalid: ": "模式有误：",
      "No GraphQL schema available": "没有可用的模式",
      "Documentation Explorer": "文档",
    },
    code: [["`Go back to ${prevName}`", "`${vendorText('Go back to')} ${prevName}`"]],
  },
  {
    file: `${docs}/components/search.js`,
    texts: { "No results found": "没有结果", "Other results": "其他结果" },
    code: [["`Search ${navItem.name}...`", "`${vendorText('Search')} ${navItem.name}…`"]],
  },
  {
    file: `${docs}/components/section.js`,
    texts: {},
    code: [["      t1,\n      title\n", "      t1,\n      vendorText(title)\n"]],
  },
  {
    file: `${docs}/components/field-documentation.js`,
    texts: { "Show Deprecated Arguments": "显示已停用的参数" },
  },
  {
    file: `${docs}/components/type-documentation.js`,
    texts: {
      "Show Deprecated Fields": "显示已停用的字段",
      "Show Deprecated Values": "显示已停用的值",
    },
  },
  {
    file: `${docs}/components/schema-documentation.js`,
    texts: {
      "A GraphQL schema provides a root type for each kind of operation.":
        "每种操作各有一个根类型。",
    },
  },
  { file: `${docs}/components/argument.js`, texts: { Deprecated: "已停用" } },
  { file: `${docs}/components/deprecation-reason.js`, texts: { Deprecated: "已停用" } },
  {
    file: `${history}/components.js`,
    texts: {
      History: "历史",
      Cleared: "已清除",
      "Failed to Clear": "清除失败",
      Clear: "清除",
      "Type a label": "输入名称",
      Save: "保存",
      "Set active": "打开",
      "Edit label": "改名",
      "Add favorite": "收藏",
      "Remove favorite": "取消收藏",
      "Delete from history": "从历史中删除",
    },
  },
  {
    file: `${react}/components/execute-button/index.js`,
    texts: { Stop: "停止", Execute: "运行" },
    code: [
      ['"} query (${formatShortcutForOS', '"}${vendorText(" query")} (${formatShortcutForOS'],
      ["`<Unnamed ${operation.operation}>`", "`<${vendorText('Unnamed')} ${operation.operation}>`"],
    ],
  },
  { file: `${react}/utility/tabs.js`, texts: { "<untitled>": "未命名" } },
  {
    file: `${react}/components/tabs/index.js`,
    texts: { "Close Tab": "关闭标签页" },
  },
  { file: `${react}/components/dialog/index.js`, texts: { "Close dialog": "关闭" } },
  { file: `${react}/components/response-editor.js`, texts: { "Result Window": "结果" } },
  {
    file: `${react}/constants.js`,
    texts: {
      "Prettify Editors": "整理格式",
      "Merge Fragments into Query": "把片段合并进查询",
      "Run Operation": "运行查询",
      "Copy Query": "复制查询",
    },
    code: [
      // Off macOS, WinCtrl is the Windows key: the shortcuts shown as Ctrl would not be Ctrl.
      ["KeyMod.WinCtrl", "(isMacOs ? KeyMod.WinCtrl : KeyMod.CtrlCmd)"],
      // The editor's accent, in the page's blue instead of pink.
      ["#ff5794", "#7db8f2"],
      ["#d60590", "#1a5da6"],
    ],
  },
  {
    file: `${react}/stores/execution.js`,
    texts: { "Automatically added leaf fields": "自动补上的字段" },
    code: [
      [
        '`Request not sent. ${editor === variableEditor ? "Variables" : "Request headers"} ${error.message}`',
        '`${vendorText("Request not sent.")} ${vendorText(editor === variableEditor ? "Variables" : "Headers")}: ${error.message}`',
      ],
    ],
  },
  // The editor's modules call for texts by name and so never look into a table of translations.
  {
    file: "monaco-editor/esm/vs/nls.js",
    texts: {},
    code: [
      ["    return _format(message, args);", "    return _format(vendorText(message), args);"],
      ["        message = originalMessage;", "        message = vendorText(originalMessage);"],
    ],
  },
  // Icons name themselves after their component, which minifying shortens: "d o icon" would show as their tooltip.
  {
    file: `${react}/icons/index.js`,
    texts: {},
    code: [
      [
        'const title = RawComponent.name.replace("Svg", "").replaceAll(/([A-Z])/g, " $1").trimStart().toLowerCase() + " icon";',
        "const title = undefined;",
      ],
    ],
  },
  // Hovering over an address of an image would ask a foreign host for it.
  {
    file: `${react}/components/image-preview.js`,
    texts: {},
    code: [["const src = pathToURL(path)?.href;", "const src = undefined;"]],
  },
];

/** Words that are put together at run time, and so are in no file as one literal. */
const phrases: Readonly<Record<string, string>> = {
  " editor tools": "变量与请求头",
  "Re-fetch GraphQL schema": "重新读取模式",
  "Prettify query": "整理格式",
  "Merge fragments into query": "把片段合并进查询",
  "Copy query": "复制查询",
  "Documentation Explorer": "文档",
  History: "历史",
  "Go back to": "返回",
  Search: "查找",
  " query": "查询",
  Unnamed: "未命名",
  "Request not sent.": "未发送请求：",
  Type: "类型",
  Arguments: "参数",
  "Deprecated Arguments": "已停用的参数",
  "Deprecated Enum Values": "已停用的枚举值",
  "Deprecated Fields": "已停用的字段",
  Directives: "指令",
  "Enum Values": "枚举值",
  Fields: "字段",
  Implements: "实现的接口",
  Implementations: "实现者",
  "Possible Types": "可能的类型",
  "Root Types": "根类型",
  "All Schema Types": "全部类型",
};

export const vendorTextsZh: ReadonlyMap<string, string> = new Map([
  ...vendorChanges.flatMap((vendor) => Object.entries(vendor.texts)),
  ...Object.entries(phrases),
]);
