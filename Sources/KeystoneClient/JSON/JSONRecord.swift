/// What can be read from one JSON object of an answer.
protocol JSONRecord {
  init(_ row: JSONRow) throws(ShapeFault)
}
