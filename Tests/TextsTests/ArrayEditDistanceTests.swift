import Testing
import Texts

struct ArrayEditDistanceTests {
  @Test(arguments: [
    ("", "", 0), ("a", "", 1), ("image", "image", 0), ("image", "images", 1),
    ("image", "iamge", 1), ("image", "omage", 1), ("volume", "vlumes", 2), ("ab", "ba", 1),
  ])
  func countsLettersAndSwapsOfNeighbors(left: String, right: String, distance: Int) {
    let (left, right) = (Array(left.unicodeScalars), Array(right.unicodeScalars))
    #expect(left.editDistance(to: right) == distance)
    #expect(right.editDistance(to: left) == distance)
  }
}
