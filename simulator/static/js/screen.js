// What is on the phone's screen.
import { browserView } from "./browser.js";
import { chatListView } from "./chatlist.js";
import { chatView } from "./chat.js";
import { byId } from "./dom.js";
import { feedView, searchView } from "./feed.js";
import { on, state } from "./store.js";

const VIEWS = { chat: chatView, chats: chatListView, feed: feedView, search: searchView, browser: browserView };

export function startScreen() {
  on("view", () => byId("screen").replaceChildren(VIEWS[state.view.name](state.view)));
}
