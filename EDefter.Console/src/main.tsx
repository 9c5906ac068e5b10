import { render } from "preact";
import { App } from "./screens/App";
import { keptLanguage, speak } from "./language/language";
import { keptTheme, useTheme } from "./session/look";

speak(keptLanguage());
useTheme(keptTheme());
render(<App />, document.getElementById("screen")!);
