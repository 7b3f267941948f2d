export { connection } from "../live/connection.ts";
